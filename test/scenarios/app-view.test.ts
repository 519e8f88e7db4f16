import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { imageTool, onBench, promptOf, type Bench } from './harness.js';

const pages = { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } };

/** A client that shows pages of servers, as Claude Desktop and VS Code do. */
async function withPages(bench: Bench, scenario: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ name: 'pages', version: '1' }, { capabilities: { extensions: pages } });
  const args = ['dist/greenlight.cjs', 'serve', '-c', bench.configFile];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'ignore' }));
  try {
    await scenario(client);
  } finally {
    await client.close();
  }
}

const ticketIn = (result: JsonObject): unknown => isJsonObject(result['_meta']) && result['_meta']['greenlight/ticket'];

describe('the page in the conversation', () => {
  it('is read, follows what is spent, shows what was made, and its tool is refused to the model', () =>
    onBench({}, (bench) =>
      withPages(bench, async (client) => {
        const call = async (name: string, args: JsonObject = {}) =>
          (await client.callTool({ name, arguments: args })) as unknown as JsonObject;
        const { tools } = await client.listTools();
        expect(tools.find(({ name }) => name === 'budget')?._meta?.['ui']).toMatchObject({
          resourceUri: 'ui://greenlight/desk',
        });
        const { contents } = await client.readResource({ uri: 'ui://greenlight/desk' });
        expect(contents[0]).toMatchObject({ mimeType: 'text/html;profile=mcp-app' });

        const refused = await call('desk_view');
        expect(JSON.stringify(refused)).toContain('E_APP_ONLY');
        const ticket = ticketIn(await call('budget'));
        await call(imageTool, { prompt: promptOf(1), model: 'sdxl' });
        const { structuredContent, ...next } = await call('desk_view', { ticket });
        expect(structuredContent).toMatchObject({ project: 'scenario', takes: [{ paid: 40, state: 'posted' }] });
        const [take] = (structuredContent as { takes: { take: string }[] }).takes;
        const shown = await call('desk_view', { ticket: ticketIn(next), take: take?.take });
        expect((shown['content'] as JsonObject[]).map(({ type }) => type)).toContain('image');
      }),
    ));
});
