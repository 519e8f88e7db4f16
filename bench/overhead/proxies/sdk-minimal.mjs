#!/usr/bin/env node
// The least that a proxy made of the protocol's own SDK (v1) can cost: its Server, its Client, and nothing between them.
//   node sdk-minimal.mjs COMMAND ARGUMENTS…
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import {
  CallToolRequestSchema,
  CallToolResultSchema,
  ListToolsRequestSchema,
  ListToolsResultSchema,
} from '@modelcontextprotocol/sdk/types.js';

const [command, ...args] = process.argv.slice(2);
const identity = { name: 'sdk-minimal', version: '1.0.0' };
const client = new Client(identity, { capabilities: {} });
const server = new Server(identity, { capabilities: { tools: {} } });
const connected = client.connect(new StdioClientTransport({ command, args, env: process.env, stderr: 'ignore' }));

server.setRequestHandler(ListToolsRequestSchema, async ({ params }) => {
  await connected;
  return client.request({ method: 'tools/list', params }, ListToolsResultSchema);
});
server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
  await connected;
  return client.request({ method: 'tools/call', params }, CallToolResultSchema, { signal });
});
await server.connect(new StdioServerTransport());
process.stdin.on('end', () => process.exit(0));
