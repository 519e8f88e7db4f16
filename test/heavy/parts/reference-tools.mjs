import { fromJsonSchema } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { picture, says, sound, words } from './reference-media.mjs';

const pauseMs = 50;
const pause = () => new Promise((resolve) => setTimeout(resolve, pauseMs));

const embedded = (uri, mimeType, text) => ({ type: 'resource', resource: { uri, mimeType, text } });

const person = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  $defs: {
    address: {
      $anchor: 'addressDef',
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: ['phone', 'email'] },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  then: { required: ['phone'] },
  else: { required: ['email'] },
  additionalProperties: false,
};

/** Results of every content type, and what a server may say before its result. */
export function addTools(server) {
  const add = (name, description, run, inputSchema = z.object({})) =>
    server.registerTool(name, { description, inputSchema }, run);

  add('test_simple_text', 'Answers with text', () => says('This is a simple text response for testing.'));
  add('test_image_content', 'Answers with a picture', () => ({ content: [picture] }));
  add('test_audio_content', 'Answers with a sound', () => ({ content: [sound] }));
  add('test_embedded_resource', 'Answers with a resource', () => ({
    content: [embedded('test://embedded-resource', 'text/plain', 'This is an embedded resource content.')],
  }));
  add('test_multiple_content_types', 'Answers with text, a picture and a resource', () => ({
    content: [
      words('Multiple content types test:'),
      picture,
      embedded('test://mixed-content-resource', 'application/json', '{"test":"data","value":123}'),
    ],
  }));
  add('test_error_handling', 'Always fails', () => {
    throw new Error('This tool intentionally returns an error for testing');
  });
  add('test_tool_with_logging', 'Logs three times while it works', async (_args, { mcpReq }) => {
    for (const step of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
      await mcpReq.log('info', step);
      await pause();
    }
    return says('logged');
  });
  add('test_logging_tool', 'Logs once', async (_args, { mcpReq }) => {
    await mcpReq.log('info', 'heard by those who asked for it');
    return says('logged');
  });
  add('test_tool_with_progress', 'Tells its progress', async (_args, { mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of progressToken === undefined ? [] : [0, 50, 100]) {
      await mcpReq.notify({ method: 'notifications/progress', params: { progressToken, progress, total: 100 } });
      await pause();
    }
    return says('done');
  });
  add('json_schema_2020_12_tool', 'Has a schema of many keywords', () => says('fine'), fromJsonSchema(person));
  const region = {
    type: 'object',
    properties: { region: { type: 'string', 'x-mcp-header': 'Region' }, level: { type: 'integer' } },
  };
  add('test_x_mcp_header', 'Mirrors an argument in a header', (args) => says(`${args.region}`), fromJsonSchema(region));
  add('test_trigger_tool_change', 'Changes the list of tools', () => {
    server.sendToolListChanged();
    return says('changed');
  });
  add('test_trigger_prompt_change', 'Changes the list of prompts', () => {
    server.sendPromptListChanged();
    return says('changed');
  });
}
