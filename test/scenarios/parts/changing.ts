import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ConfigInput } from '../../../src/config.js';
import type { JsonObject } from '../../../src/model/json.js';
import { GatewayProcess, type GatewayOptions } from './gateway.js';

const paid = { paid: true, kind: 'image', arguments: { prompt: 'prompt' }, price: { credits: 5 } } as const;
const args = { prompt: { type: 'string' }, way: { type: 'string' }, megabytes: { type: 'number' } };

/** A paid picture tool, priced in the config. */
export const picture: JsonObject = {
  name: 'make_picture',
  description: 'Generates a picture from a prompt.',
  inputSchema: { type: 'object', properties: args, required: ['prompt'] },
};

/** A tool that is read as free from its own definition. */
export const models: JsonObject = {
  name: 'list_models',
  description: 'Lists the models that are available. Free.',
  inputSchema: { type: 'object', properties: {} },
};

/** A tool that the config says is free; it tells that the tools changed. */
export const announce: JsonObject = { ...models, name: 'announce', description: 'Shows the latest news.' };

/** A gateway before a server whose tools a test changes, and a second one that stays as it is. */
export class ChangingBench {
  private readonly gateways: GatewayProcess[] = [];

  private constructor(readonly folder: string) {}

  static async open(
    server: object = {},
    tools: readonly JsonObject[] = [picture, models, announce],
  ): Promise<ChangingBench> {
    const bench = new ChangingBench(await mkdtemp(join(tmpdir(), 'greenlight-trust-')));
    for (const name of ['up', 'other']) await mkdir(join(bench.folder, name));
    await bench.says(tools);
    await writeFile(join(bench.folder, 'other', 'tools.json'), JSON.stringify([picture]));
    await bench.configure(server);
    return bench;
  }

  /** Writes the config anew; `server` is laid over the server whose tools change. */
  async configure(server: object = {}): Promise<void> {
    const at = (name: string): object => ({
      command: process.execPath,
      args: [resolve('test/fixtures/changing-upstream.mjs'), join(this.folder, name)],
    });
    const config: ConfigInput = {
      project: 'trust',
      data: join(this.folder, 'data'),
      servers: {
        up: { ...at('up'), tools: { make_picture: paid, announce: 'free' }, ...server } as never,
        other: { ...at('other'), tools: { make_picture: paid } } as never,
      },
      budgets: [{ scope: 'session', limit: 100_000 }],
      quickLane: { perCall: 1000, perDay: 100_000 },
      rules: { 'await-feedback': 'off', 'vague-prompt': 'off', rerun: 'off', 'three-strikes': 'off' },
    };
    await writeFile(this.config, JSON.stringify(config));
  }

  get config(): string {
    return join(this.folder, 'greenlight.json');
  }

  /** What the server says of its tools from now on. */
  says(tools: readonly JsonObject[], file = 'tools.json'): Promise<void> {
    return writeFile(join(this.folder, 'up', file), JSON.stringify(tools));
  }

  /** Leaves a file in the server's folder. */
  leave(file: string): Promise<void> {
    return writeFile(join(this.folder, 'up', file), '');
  }

  /** Takes a file from the server's folder. */
  take(file: string): Promise<void> {
    return rm(join(this.folder, 'up', file), { force: true });
  }

  /** Names of the tools that the server was called with, in order. */
  calls(server = 'up'): string[] {
    const file = join(this.folder, server, 'calls.jsonl');
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    return lines.map((line) => (JSON.parse(line) as { name: string }).name);
  }

  async start(options: GatewayOptions = {}): Promise<GatewayProcess> {
    const gateway = await GatewayProcess.start(this.config, options);
    this.gateways.push(gateway);
    return gateway;
  }

  /** Runs the command line, also where it fails; gives exit code and all words. */
  async greenlight(...words: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
    try {
      const done = await promisify(execFile)(process.execPath, ['dist/greenlight.cjs', ...words, '-c', this.config]);
      return { code: 0, out: done.stdout };
    } catch (error) {
      const failed = error as { code: number; stdout: string; stderr: string };
      return { code: failed.code, out: failed.stdout + failed.stderr };
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.gateways.map((gateway) => gateway.close()));
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
