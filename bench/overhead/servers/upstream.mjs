#!/usr/bin/env node
// A stand-in for a paid generation server: answers at once with a tiny picture, or with one of as many bytes as asked.
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const prompt = { type: 'string', description: 'What to draw' };

const tools = [
  {
    name: 'generate_image',
    description: 'Generate an image from a prompt (costs credits).',
    inputSchema: { type: 'object', properties: { prompt, model: { type: 'string' } }, required: ['prompt'] },
  },
  {
    name: 'generate_large',
    description: 'Generate an image whose base64 text has this many characters.',
    inputSchema: { type: 'object', properties: { prompt, characters: { type: 'integer' } }, required: ['prompt'] },
  },
];

/** Made once per size: the upstream's own work must not cover what the proxies add. */
const pictures = new Map();

function picture(characters) {
  if (!pictures.has(characters)) {
    pictures.set(characters, Buffer.alloc(Math.floor(characters / 4) * 3, 0x5a).toString('base64'));
  }
  return pictures.get(characters);
}

const server = new Server({ name: 'bench-upstream', version: '1.0.0' }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
  const data = params.name === 'generate_large' ? picture(Number(params.arguments?.characters)) : PIXEL;
  const text = `ok: ${String(params.arguments?.prompt).slice(0, 60)}`;
  return {
    content: [
      { type: 'text', text },
      { type: 'image', data, mimeType: 'image/png' },
    ],
  };
});
await server.connect(new StdioServerTransport());
