import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ConfigInput } from '../../../src/config.js';
import type { Store } from '../../../src/gate/store-port.js';
import { openSqliteStore } from '../../../src/stores/sqlite.js';

/** How a command ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A folder with a config and a data folder, on which the real command is run. */
export class CommandBench {
  private constructor(readonly folder: string) {}

  /** Makes the folder and writes the config, unless there shall be none. */
  static async open(config?: ConfigInput | string): Promise<CommandBench> {
    const bench = new CommandBench(await mkdtemp(join(tmpdir(), 'greenlight-command-')));
    if (config !== undefined) {
      await writeFile(bench.config, typeof config === 'string' ? config : JSON.stringify(config, null, 2));
    }
    return bench;
  }

  /** The config file. */
  get config(): string {
    return join(this.folder, 'greenlight.json');
  }

  /** The data folder. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** Runs a command with `--config` and `--data`; `input` is its whole standard input. */
  run(args: readonly string[], input = ''): Promise<Ended> {
    return this.bare([...args, '--config', this.config, '--data', this.data], input);
  }

  /** Runs a command as it is written, in the folder; `env` stands beside `PATH` and `HOME`. */
  bare(args: readonly string[], input = '', env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return new Promise((done, fail) => {
      const child = spawn(process.execPath, [resolve('dist/greenlight.cjs'), ...args], {
        cwd: this.folder,
        env: { PATH: process.env['PATH'], HOME: this.folder, ...env },
        stdio: 'pipe',
      });
      let [output, errors] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
      child.on('error', fail);
      child.on('close', (exitCode) => done({ exitCode, output, errors }));
      child.stdin.end(input);
    });
  }

  /** Runs a command that has to succeed and answer in JSON. */
  async json(args: readonly string[], input = ''): Promise<Record<string, unknown>> {
    const ended = await this.run([...args, '--json'], input);
    if (ended.exitCode !== 0) throw new Error(`${args.join(' ')}: ${String(ended.exitCode)} ${ended.errors}`);
    return JSON.parse(ended.output) as Record<string, unknown>;
  }

  /** Works on the store as a gateway would. */
  async store<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openSqliteStore({ file: join(this.data, 'greenlight.db') });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  /** Removes the folder. */
  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
