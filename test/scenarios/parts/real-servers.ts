import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { ConfigInput } from '../../../src/config.js';
import type { ProfileInput } from '../../../src/model/profile.js';
import { foldBalances } from '../../../src/ledger/balance.js';
import { FakeProvider, providerPrices } from '../../fixtures/fake-provider.js';
import { GatewayProcess, type GatewayOptions } from './gateway.js';
import { project, readLedger, type LedgerView } from './ledger.js';

type Servers = NonNullable<ConfigInput['servers']>;
type Tools = Readonly<Record<string, 'free' | ProfileInput>>;

type Known = 'config' | 'presets' | 'nothing';
type ServerName = 'banana' | 'minimax' | 'replicate' | 'speech';

/** How a bench is set up. */
export interface RealServersOptions extends GatewayOptions {
  /** Laid over the config. */
  readonly config?: ConfigInput | undefined;
  /** By what the servers' tools are known: a person's words (default), presets that are recognised, or nothing. */
  readonly known?: Known | undefined;
  /** Which of the servers stand behind the gateway: each that is there starts with it. */
  readonly only?: readonly ServerName[] | undefined;
}

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** What a person writes once about `nano-banana-mcp` (pictures inside the answer). */
export const bananaTools: Tools = {
  get_configuration_status: 'free',
  get_last_image_info: 'free',
  generate_image: {
    paid: true,
    kind: 'image',
    arguments: { prompt: 'prompt' },
    price: { credits: providerPrices['gemini-2.5-flash-image-preview'], source: 'the provider', asOf: '2026-11-01' },
  },
};

/** What a person writes once about `minimax-mcp-js` (addresses and job ids in plain text). */
export const minimaxTools: Tools = {
  list_voices: 'free',
  play_audio: 'free',
  query_video_generation: 'free',
  text_to_image: {
    paid: true,
    kind: 'image',
    arguments: { prompt: 'prompt', model: 'model', count: 'n', aspect: 'aspectRatio' },
    price: { unit: 'output', models: { 'image-01': { credits: providerPrices['image-01'] } } },
    outcome: {
      failedText: ['Failed to generate image'],
      unbilledText: ['Failed to generate image: API Error'],
    },
  },
  text_to_audio: {
    paid: true,
    kind: 'voice',
    arguments: { prompt: 'text', model: 'model' },
    price: {
      unit: '1k-characters',
      perStarted: 1,
      models: { 'speech-02-hd': { credits: providerPrices['speech-02-hd'] } },
    },
  },
  generate_video: {
    paid: true,
    kind: 'video',
    arguments: { prompt: 'prompt', model: 'model', seconds: 'duration', inputs: ['firstFrameImage'] },
    price: { models: { 'MiniMax-Hailuo-02': { credits: providerPrices['MiniMax-Hailuo-02'] } } },
    outcome: {
      failedText: ['Failed to generate video'],
      job: {
        id: { after: 'Task ID: ' },
        status: {
          tool: 'query_video_generation',
          argument: 'taskId',
          running: ['Video generation task is still processing'],
          succeeded: ['Success. Video'],
          failed: ['Failed to query video generation: Video generation task failed'],
          failure: 'unbilled',
        },
      },
    },
  },
};

/** What a person writes once about `replicate-mcp` (any model, its input in an object of its own; answers in JSON). */
export const replicateTools: Tools = {
  get_predictions: 'free',
  create_models_predictions: {
    paid: true,
    kind: 'image',
    arguments: { prompt: 'input.prompt', model: ['model_owner', 'model_name'], count: 'input.num_outputs' },
    price: {
      unit: 'output',
      models: {
        'black-forest-labs/flux-schnell': { credits: providerPrices['black-forest-labs/flux-schnell'] },
      },
    },
    outcome: {
      billedWhen: [{ at: { json: 'status' }, values: ['failed'] }],
      unbilledText: ['429 '],
      job: {
        id: { json: 'id' },
        when: { at: { json: 'status' }, values: ['starting', 'processing'] },
        status: {
          tool: 'get_predictions',
          argument: 'prediction_id',
          everySeconds: 0.1,
          state: { json: 'status' },
          succeeded: ['succeeded'],
          failed: ['failed', 'canceled'],
          failure: 'billed',
        },
      },
    },
  },
};

/** What a person writes once about `tts-mcp` (plays what it made, and fails where nothing can play). */
export const speechTools: Tools = {
  'text-to-speech': {
    paid: true,
    kind: 'voice',
    arguments: { prompt: 'text' },
    price: { unit: '1k-characters', perStarted: 1, credits: providerPrices['gpt-4o-mini-tts'] },
    outcome: {
      billedWhen: [{ at: { after: "詳細: Couldn't find a suitable audio" }, values: ['player'] }],
      unbilledWhen: [{ at: { after: '詳細: ' }, values: ['429'] }],
    },
  },
};

/** What a config says of a server's tools. */
function saidOf(known: Known, tools: Tools): { readonly preset?: string; readonly tools?: Tools } {
  if (known === 'presets') return {};
  return { preset: 'none', ...(known === 'config' ? { tools } : {}) };
}

/** A gateway before four published servers, unmodified, whose provider is a fake on the loopback. */
export class RealServers {
  private readonly gateways: GatewayProcess[] = [];

  private constructor(
    readonly folder: string,
    readonly provider: FakeProvider,
  ) {}

  /** Starts the provider and writes the config. */
  static async open({
    config: changes,
    known = 'config',
    only = ['banana', 'minimax'],
  }: RealServersOptions = {}): Promise<RealServers> {
    const bench = new RealServers(await mkdtemp(join(tmpdir(), 'greenlight-real-')), await FakeProvider.start());
    await mkdir(join(bench.folder, 'banana'));
    const config: ConfigInput = {
      project,
      data: bench.data,
      servers: Object.fromEntries(only.map((name) => [name, bench.servers(known)[name]])),
      budgets: [{ scope: 'session', limit: 400 }],
      outputs: { allowHosts: [new URL(bench.provider.url).host] },
      ...changes,
    };
    await writeFile(bench.config, JSON.stringify(config));
    return bench;
  }

  /** The config file. */
  get config(): string {
    return join(this.folder, 'greenlight.json');
  }

  /** Where `nano-banana-mcp` keeps its own copies. */
  get bananaCopies(): string {
    return join(this.folder, 'banana', 'generated_imgs');
  }

  /** Makes the server's own folder one that cannot be made: what it generates is charged and then lost on the way back. */
  async spoilBananaCopies(): Promise<void> {
    expect(existsSync(this.bananaCopies)).toBe(false);
    await writeFile(this.bananaCopies, 'a file stands where the server wants a folder');
  }

  /** Starts one gateway process with a client of its own. */
  async start(options: GatewayOptions = {}): Promise<GatewayProcess> {
    const gateway = await GatewayProcess.start(this.config, options);
    this.gateways.push(gateway);
    return gateway;
  }

  /** Runs the command line beside the gateway, as the person would, and reads its answer. */
  async greenlight(...args: readonly string[]): Promise<unknown> {
    const { stdout } = await run(process.execPath, ['dist/greenlight.cjs', ...args, '--config', this.config, '--json']);
    return JSON.parse(stdout);
  }

  /** Proves that the ledger adds up and that what it paid, and still holds in doubt, is what the provider charged. */
  async expectLedgerEqualsBills(): Promise<LedgerView> {
    const view = await readLedger(this.data);
    const folded = foldBalances(view.entries);
    for (const { id, held, spent } of view.accounts) {
      expect({ id, held, spent }).toEqual({ id, ...(folded.get(id) ?? { held: 0, spent: 0 }) });
    }
    const paidOrDoubtful = view.takes.reduce((sum, take) => sum + take.paid + take.held, 0);
    expect(paidOrDoubtful).toBe(this.provider.charged * 1_000_000);
    return view;
  }

  /** Ends every process and the provider, and removes the folder. */
  async close(): Promise<void> {
    await Promise.all(this.gateways.map((gateway) => gateway.close()));
    await this.provider.close();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  /** Where gateway and command line keep their data. */
  get data(): string {
    return join(this.folder, 'data');
  }

  private servers(known: Known): Record<ServerName, Servers[string]> {
    const { url } = this.provider;
    return {
      banana: {
        command: process.execPath,
        args: [require.resolve('nano-banana-mcp')],
        cwd: join(this.folder, 'banana'),
        env: { GEMINI_API_KEY: 'not-a-key', GOOGLE_GEMINI_BASE_URL: url },
        ...saidOf(known, bananaTools),
      },
      minimax: {
        command: process.execPath,
        args: [require.resolve('minimax-mcp-js')],
        cwd: this.folder,
        env: {
          MINIMAX_API_KEY: 'not-a-key',
          MINIMAX_API_HOST: url,
          MINIMAX_RESOURCE_MODE: 'url',
          MINIMAX_MCP_BASE_PATH: this.folder,
        },
        ...saidOf(known, minimaxTools),
      },
      replicate: {
        command: process.execPath,
        args: [require.resolve('replicate-mcp'), '--tools=all'],
        env: { REPLICATE_API_TOKEN: 'not-a-key', REPLICATE_BASE_URL: `${url}/v1` },
        ...saidOf(known, replicateTools),
        timeoutMs: 3000,
      },
      speech: {
        command: process.execPath,
        args: [require.resolve('tts-mcp/dist/bin/tts-mcp-server.js')],
        cwd: this.folder,
        env: { OPENAI_API_KEY: 'not-a-key', OPENAI_BASE_URL: `${url}/v1` },
        ...saidOf(known, speechTools),
      },
    };
  }
}

/** Runs a story on a bench of its own; bills and ledger have to be equal at the end. */
export async function withRealServers(
  story: (bench: RealServers, agent: GatewayProcess) => Promise<void>,
  options: RealServersOptions = {},
): Promise<void> {
  const bench = await RealServers.open(options);
  try {
    await story(bench, await bench.start(options));
    await bench.expectLedgerEqualsBills();
  } finally {
    await bench.close();
  }
}
