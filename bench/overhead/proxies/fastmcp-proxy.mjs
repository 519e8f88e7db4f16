#!/usr/bin/env node
// A proxy in the framework most servers are written with: fastmcp in front, the SDK's client behind. fastmcp has no
// proxy of its own, so every tool of the upstream is added as a tool that asks the upstream.
//   node fastmcp-proxy.mjs COMMAND ARGUMENTS…
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { FastMCP, jsonSchemaAdapter } from 'fastmcp';

const [command, ...args] = process.argv.slice(2);
const client = new Client({ name: 'fastmcp-proxy', version: '1.0.0' }, { capabilities: {} });
await client.connect(new StdioClientTransport({ command, args, env: process.env, stderr: 'ignore' }));

const server = new FastMCP({ name: 'fastmcp-proxy', version: '1.0.0' });
for (const { name, description, inputSchema } of (await client.listTools()).tools) {
  server.addTool({
    name,
    description,
    parameters: jsonSchemaAdapter(inputSchema),
    execute: (toolArguments) => client.callTool({ name, arguments: toolArguments }),
  });
}
await server.start({ transportType: 'stdio' });
process.stdin.on('end', () => process.exit(0));
