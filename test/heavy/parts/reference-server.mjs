#!/usr/bin/env node
// A server with everything the conformance suite asks for, in both protocol eras, over standard input and output.
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { picture, words } from './reference-media.mjs';
import { addAskingPrompt, addQuestions, addRounds, rounds } from './reference-questions.mjs';
import { addTools } from './reference-tools.mjs';

function addResources(server) {
  const add = (uri, mimeType, body) =>
    server.registerResource(uri.slice('test://'.length), uri, { description: `Kept at ${uri}`, mimeType }, () => ({
      contents: [{ uri, mimeType, ...body }],
    }));
  add('test://static-text', 'text/plain', { text: 'This is the content of the static text resource.' });
  add('test://static-binary', 'image/png', { blob: picture.data });
  add('test://watched-resource', 'text/plain', { text: 'What is watched' });
  const template = new ResourceTemplate('test://template/{id}/data', { list: undefined });
  const about = { description: 'One for each id', mimeType: 'application/json' };
  server.registerResource('template', template, about, ({ href: uri }, { id }) => ({
    contents: [
      {
        uri,
        mimeType: 'application/json',
        text: JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` }),
      },
    ],
  }));
  for (const method of ['resources/subscribe', 'resources/unsubscribe']) {
    server.server.setRequestHandler(method, () => ({}));
  }
}

function addPrompts(server) {
  const add = (name, shape, contents) =>
    server.registerPrompt(
      name,
      { description: `The prompt ${name}`, ...(shape === undefined ? {} : { argsSchema: z.object(shape) }) },
      (args) => ({ messages: contents(args).map((content) => ({ role: 'user', content })) }),
    );
  add('test_simple_prompt', undefined, () => [words('This is a simple prompt for testing.')]);
  add('test_prompt_with_arguments', { arg1: z.string(), arg2: z.string() }, ({ arg1, arg2 }) => [
    words(`Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`),
  ]);
  add('test_prompt_with_embedded_resource', { resourceUri: z.string() }, ({ resourceUri: uri }) => [
    { type: 'resource', resource: { uri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' } },
    words('Please process the embedded resource above.'),
  ]);
  add('test_prompt_with_image', undefined, () => [picture, words('Please analyze the image above.')]);
  addAskingPrompt(server);
  server.server.setRequestHandler('completion/complete', () => ({
    completion: { values: ['Paris', 'Park'], total: 2, hasMore: false },
  }));
}

serveStdio(() => {
  const server = new McpServer(
    { name: 'reference', version: '1.0.0' },
    {
      capabilities: {
        tools: { listChanged: true },
        prompts: { listChanged: true },
        resources: { subscribe: true, listChanged: true },
        logging: {},
        completions: {},
      },
      requestState: { verify: rounds.verify },
    },
  );
  for (const add of [addTools, addQuestions, addRounds, addResources, addPrompts]) add(server);
  return server;
});
