import { spawn } from 'node:child_process';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const IDENTITY = { name: 'greenlight-bench', version: '1.0.0' };
const TIMEOUT_MS = 120_000;
const NEWLINE = 10;

/** The SDK's client, which is what agents run. `listTools`, `callTool`, and the process that it started. */
export async function connectSdk({ command, args, env }) {
  const client = new Client(IDENTITY, { capabilities: {} });
  const transport = new StdioClientTransport({ command, args, env: { ...process.env, ...env }, stderr: 'ignore' });
  await client.connect(transport);
  const options = { timeout: TIMEOUT_MS };
  return {
    pid: transport.pid,
    listTools: () => client.listTools(undefined, options),
    callTool: (name, toolArguments) => client.callTool({ name, arguments: toolArguments }, undefined, options),
  };
}

/** Calls `onLine` with each complete line of a stream; lines may be of any length. */
function onLines(stream, onLine) {
  let pieces = [];
  stream.on('data', (chunk) => {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      onLine(Buffer.concat([...pieces, chunk.subarray(start, end)]).toString());
      pieces = [];
      start = end + 1;
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  });
}

/** A hand-written client without limits of its own, so that what is lost was lost before it. */
export async function connectRaw({ command, args, env }) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map();
  const settle = (id, act) => {
    const pending = waiting.get(id);
    waiting.delete(id);
    if (pending !== undefined) act(pending);
  };
  child.stdin.on('error', () => undefined);
  child.on('exit', () => {
    for (const id of [...waiting.keys()]) settle(id, ({ reject }) => reject(new Error('the process ended')));
  });
  onLines(child.stdout, (line) => {
    const { id, error, result } = JSON.parse(line);
    settle(id, ({ resolve, reject }) => (error ? reject(new Error(error.message)) : resolve(result)));
  });
  const write = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  let last = 0;
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      write({ id: last, method, params });
    });
  await request('initialize', { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: IDENTITY });
  write({ method: 'notifications/initialized' });
  return {
    pid: child.pid,
    listTools: () => request('tools/list', {}),
    callTool: (name, toolArguments) => request('tools/call', { name, arguments: toolArguments }),
  };
}
