import { describe, expect, it } from 'vitest';
import { SpawnedServer } from '../../src/upstreams/spawned-server.js';

const node = (script: string, env: Record<string, string> = {}): SpawnedServer =>
  new SpawnedServer({ command: process.execPath, args: ['-e', script], env });

describe('a spawned server', () => {
  it('keeps its last words and how it ended', async () => {
    const server = node('console.error("it hurts"); process.exit(4)');
    await server.whenGone();
    expect(server.lastWords).toBe('it hurts');
    expect(server.ending).toBe('ended with code 4');
    expect(server.writable).toBe(false);
  });

  it('keeps what it writes until somebody reads', async () => {
    const server = node('console.log("early"); process.stdin.resume()');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const chunk = await new Promise<Buffer>((resolve) => server.process.stdout.once('data', resolve));
    expect(chunk.toString()).toBe('early\n');
    await server.stop(500);
  });

  it('remembers why it could not be started', async () => {
    const server = new SpawnedServer({ command: '/nowhere/none' });
    await server.whenGone();
    expect(server.startError?.message).toContain('ENOENT');
    expect(server.ending).toContain('ENOENT');
    await server.stop(10);
  });

  it('gets harmless variables and its own, nothing else', async () => {
    process.env['SPAWNED_SECRET'] = 'x';
    const server = node('console.log(JSON.stringify(process.env))', { MINE: '1' });
    const chunk = await new Promise<Buffer>((resolve) => server.process.stdout.once('data', resolve));
    const env = JSON.parse(chunk.toString()) as Record<string, string>;
    expect(env).toMatchObject({ MINE: '1', PATH: process.env['PATH'] });
    expect(env).not.toHaveProperty('SPAWNED_SECRET');
    await server.whenGone();
  });

  it('that leaves at the end of its input is not killed', async () => {
    const server = node('process.stdin.on("end", () => process.exit(0)).resume()');
    await server.stop(5000);
    expect(server.ending).toBe('ended with code 0');
  });

  it('that does not leave is terminated, and killed when that does not help', async () => {
    const stubborn = node('setInterval(() => {}, 1000)');
    await stubborn.stop(200);
    expect(stubborn.ending).toBe('ended by SIGTERM');
    const deaf = node('process.on("SIGTERM", () => {}); console.log("up"); setInterval(() => {}, 1000)');
    await new Promise((resolve) => deaf.process.stdout.once('data', resolve));
    await deaf.stop(200);
    expect(deaf.ending).toBe('ended by SIGKILL');
  });
});
