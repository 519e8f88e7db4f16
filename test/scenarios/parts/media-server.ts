import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { JsonObject } from '../../../src/model/json.js';
import type { Bench } from '../harness.js';
import type { GatewayProcess } from './gateway.js';
import { yes } from './principle.js';

/** What a scripted server lists, and what it answers; calls of tools without an answer are just done. */
export interface MediaScript {
  readonly tools: Readonly<Record<string, JsonObject>>;
  readonly answers?: JsonObject | undefined;
  /** Tools that are free, besides `look`. */
  readonly free?: readonly string[] | undefined;
  /** The profile of every other tool. */
  readonly profile?: JsonObject | undefined;
}

/** A gateway with a scripted server beside the studio. */
export interface MediaBench {
  readonly gateway: GatewayProcess;
  /** The calls that reached the server, in order. */
  calls(): readonly { readonly name: string; readonly arguments: JsonObject }[];
}

const inputs = ['image', 'image_base64', 'image_url'];

/** Starts a gateway whose config has the scripted server as `media`; its tools cost nothing, but count as paid. */
export async function withMedia(bench: Bench, script: MediaScript): Promise<MediaBench> {
  const journal = join(bench.folder, 'media-calls.jsonl');
  const file = join(bench.folder, 'media.json');
  await writeFile(journal, '');
  await writeFile(file, JSON.stringify({ answers: {}, ...script }));
  const config = JSON.parse(await readFile(bench.configFile, 'utf8')) as { servers: JsonObject };
  const paid = { paid: true, kind: 'edit', price: { credits: 0 }, arguments: { inputs }, ...script.profile };
  const free = ['look', ...(script.free ?? [])];
  const tools = Object.fromEntries(
    Object.keys(script.tools).map((name) => [name, free.includes(name) ? 'free' : paid]),
  );
  const args = [resolve('test/fixtures/media-upstream.mjs'), file, journal];
  const media = { command: process.execPath, args, tools };
  await writeFile(bench.configFile, JSON.stringify({ ...config, servers: { ...config.servers, media } }));
  const calls = (): ReturnType<MediaBench['calls']> =>
    readFileSync(journal, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as ReturnType<MediaBench['calls']>[number]);
  return { gateway: await bench.start(yes), calls };
}
