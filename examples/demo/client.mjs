// A plain MCP client on the gateway, with a person behind its dialog who takes a moment to read and says yes.
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { answers, person, progressBar, shows } from './narrate.mjs';

/** A person answers no dialog faster than this. */
const readingMs = 450;

/** Starts a gateway on a config and connects to it; `call` narrates, `quietly` does not. */
export async function openClient(bin, config, env = {}) {
  const client = new Client({ name: 'demo-agent', version: '1.0.0' }, { capabilities: { elicitation: { form: {} } } });
  client.setRequestHandler('elicitation/create', async (request) => {
    person(`is asked: ${request.params.message}`);
    await new Promise((resolve) => setTimeout(resolve, readingMs));
    person('“Yes, spend it.”');
    return { action: 'accept', content: { decision: 'yes' } };
  });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [bin, 'serve', '--config', config],
    env: { ...process.env, ...env },
    stderr: 'inherit',
    maxBufferSize: 64 * 1024 * 1024,
  });
  await client.connect(transport);
  const quietly = (name, args = {}, options = {}) => client.callTool({ name, arguments: args }, options);
  return {
    instructions: client.getInstructions() ?? '',
    quietly,
    async call(name, args = {}, lines = undefined) {
      shows(name, args);
      const result = await quietly(name, args);
      answers(result, lines);
      return result;
    },
    async watch(name, args, label) {
      shows(name, args);
      const bar = progressBar(label);
      const result = await quietly(name, args, {
        onprogress: ({ progress, total }) => bar.update(progress / (total ?? 1)),
        timeout: 60_000,
      });
      bar.end();
      answers(result, 4);
      return result;
    },
    close: () => client.close(),
  };
}

/** The take that an answer speaks of. */
export function takeOf(result) {
  return result._meta?.greenlight?.take;
}

/** The first file that an answer links to. */
export function fileOf(result) {
  const link = result.content.find((block) => block.type === 'resource_link');
  return link === undefined ? undefined : new URL(link.uri).pathname;
}
