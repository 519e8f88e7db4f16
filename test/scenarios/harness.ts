import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Store } from '../../src/gate/store-port.js';
import type { ConfigInput } from '../../src/config.js';
import type { Charge } from '../../src/studio/journal.js';
import { GatewayProcess, type Answer, type GatewayOptions } from './parts/gateway.js';
import { expectSound, project, readLedger, withStore, type LedgerView } from './parts/ledger.js';

/** How a bench is set up. */
export interface BenchOptions {
  /** Laid over the bench's config; budgets and lines are wide open by default, so that each test names its own limits. */
  readonly config?: ConfigInput | undefined;
  /** How long the studio pretends to work on each call, in milliseconds. */
  readonly latencyMs?: number | undefined;
  /** How long a gateway waits for the studio's answer, in milliseconds. */
  readonly timeoutMs?: number | undefined;
  /** Profiles that stand above the preset's, by the studio's own tool names. */
  readonly tools?: Record<string, object | 'free'> | undefined;
  /** Further options of the studio, e.g. `--fault-plan FILE`. */
  readonly studio?: readonly string[] | undefined;
}

const wide: ConfigInput = {
  budgets: [{ scope: 'session', limit: 100_000 }],
  quickLane: { perCall: 1000, perDay: 100_000 },
  ask: { above: 1000, every: 100_000, personAbove: 100_000, minutes: 15 },
};

/** Name of the studio's cheapest image tool, as an agent sees it. */
export const imageTool = 'studio_text_to_image';

/** A folder with a config, a studio with a journal, and any number of gateway processes on one store. */
export class Bench {
  private readonly gateways: GatewayProcess[] = [];

  private constructor(
    readonly folder: string,
    private readonly setup: BenchOptions,
  ) {}

  /** Makes the folder and the config; nothing runs yet. */
  static async open(options: BenchOptions = {}): Promise<Bench> {
    const bench = new Bench(await mkdtemp(join(tmpdir(), 'greenlight-scenario-')), options);
    await bench.configure(options.config ?? {});
    return bench;
  }

  /** Where the gateways keep their data. */
  get data(): string {
    return join(this.folder, 'data');
  }

  /** The config file. */
  get configFile(): string {
    return join(this.folder, 'greenlight.json');
  }

  /** Writes the config anew, for gateways that are started afterwards; `setup` stands above how the bench was opened. */
  async configure(changes: ConfigInput, setup: BenchOptions = {}): Promise<void> {
    const { latencyMs = 0, studio = [], tools = {}, timeoutMs = 600_000 } = { ...this.setup, ...setup };
    const pace = `image=${latencyMs},video=${latencyMs},audio=${latencyMs}`;
    const files = ['--out', join(this.folder, 'studio'), '--journal', this.journalFile];
    const args = ['dist/studio.js', ...files, '--latency', pace, '--faults', ...studio];
    const servers = { studio: { command: process.execPath, args, preset: 'studio', tools, timeoutMs } };
    const config = { project, data: this.data, servers, ...wide, ...changes };
    await writeFile(this.configFile, JSON.stringify(config));
  }

  /** Starts one gateway process with a client of its own. */
  async start(options: GatewayOptions = {}): Promise<GatewayProcess> {
    const gateway = await GatewayProcess.start(this.configFile, options);
    this.gateways.push(gateway);
    return gateway;
  }

  /** Starts several at once. */
  startAll(count: number, options: GatewayOptions = {}): Promise<GatewayProcess[]> {
    return Promise.all(Array.from({ length: count }, () => this.start(options)));
  }

  /** What the studio charged so far: the truth that the ledger is held against. */
  journal(): Charge[] {
    if (!existsSync(this.journalFile)) return [];
    const lines = readFileSync(this.journalFile, 'utf8').split('\n');
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Charge);
  }

  /** The project's takes, ledger lines and accounts, read beside the gateways. */
  ledger(): Promise<LedgerView> {
    return readLedger(this.data);
  }

  /** Works on the store directly, as the command line does. */
  store<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return withStore(this.data, work);
  }

  /** Runs the command line beside the gateways, as the person would, and gives what it prints. */
  async greenlight(...args: readonly string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [
      'dist/greenlight.cjs',
      ...args,
      '-c',
      this.configFile,
    ]);
    return stdout;
  }

  /** Runs the command line as the person does who knows the password, and gives what it prints. */
  async asPerson(password: string, ...args: readonly string[]): Promise<string> {
    const line = ['dist/greenlight.cjs', ...args, '--password-stdin', '-c', this.configFile];
    const running = promisify(execFile)(process.execPath, line);
    running.child.stdin?.end(`${password}\n`);
    return (await running).stdout;
  }

  /** Proves that ledger, accounts, takes and the studio's journal agree. */
  async expectLedgerSound(): Promise<LedgerView> {
    const view = await this.ledger();
    expectSound(view, this.journal());
    return view;
  }

  /** Ends every process and removes the folder. */
  async close(): Promise<void> {
    await Promise.all(this.gateways.map((gateway) => gateway.close()));
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  private get journalFile(): string {
    return join(this.folder, 'journal.jsonl');
  }
}

/** Runs a scenario on a bench of its own; the ledger has to be sound at the end, and nothing is left behind. */
export async function onBench(options: BenchOptions, scenario: (bench: Bench) => Promise<void>): Promise<void> {
  const bench = await Bench.open(options);
  try {
    await scenario(bench);
    await bench.expectLedgerSound();
  } finally {
    await bench.close();
  }
}

/** Stores a brief, which every plan needs. */
export function brief(gateway: GatewayProcess): Promise<Answer> {
  const directions = ['storm', 'calm'].map((name) => ({ name, idea: `a ${name} harbour` }));
  const frame = { goal: 'a poster', audience: 'families', tone: 'warm', constraints: ['A2 portrait'] };
  return gateway.call('brainstorm', { ...frame, directions, chosen: 'storm', why: 'drama' });
}

/** One step of a plan: an explore-phase picture, with the changes given. */
export function step(shot: string, prompt: string, changes: object = {}): object {
  return { shot, phase: 'explore', tool: imageTool, model: 'sdxl', prompt, ...changes };
}

/** Subjects that share no words, so that no two prompts made of them look like a re-run of each other. */
const subjects = [
  'lighthouse',
  'bakery',
  'violinist',
  'glacier',
  'tram',
  'orchid',
  'falcon',
  'kitchen',
  'canyon',
  'robot',
  'teapot',
  'waterfall',
  'drummer',
  'submarine',
  'cactus',
  'owl',
  'bicycle',
  'windmill',
  'ballerina',
  'snail',
];
const places = [
  'harbour',
  'desert',
  'rooftop',
  'forest',
  'station',
  'library',
  'meadow',
  'factory',
  'island',
  'bridge',
];
const times = ['dawn', 'noon', 'dusk', 'midnight'];

/** The prompt of a number: different numbers (below 800) are different pictures. */
export function promptOf(number: number): string {
  const subject = subjects[(number % 10) + 10 * (Math.floor(number / 400) % 2)] ?? '';
  const place = places[Math.floor(number / 10) % 10] ?? '';
  const time = times[Math.floor(number / 100) % 4] ?? '';
  return `a ${subject} near the ${place} at ${time}, frame ${number}`;
}
