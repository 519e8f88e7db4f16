import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { isJsonObject, type JsonObject } from '../../../src/model/json.js';
import type { Take } from '../../../src/model/take.js';
import type { Fault } from '../../../src/studio/faults.js';
import { imageTool, type Bench } from '../harness.js';
import type { CallOptions, GatewayOptions, GatewayProcess } from './gateway.js';
import { quickRecovery } from './kills.js';
import { until } from './until.js';

/** How many gateways share the store, and how many calls are under way at once. */
const [gateways, atOnce] = [3, 9];

/** How long a server that failed over and over is left alone here: long enough to be met, short enough to wait for. */
const shortRestMs = 150;

/** One call of the plan: what is asked, and what goes wrong on the way. */
interface Planned {
  readonly args: object;
  readonly options: CallOptions;
  /** Which gateways are asked; two of them get the same call at the same moment. */
  readonly to: readonly number[];
  /** What becomes of the first of these gateways after the call was sent. */
  readonly then: 'nothing' | 'kill' | 'pause';
}

/** What a plan is made of. */
export interface ChaosWish {
  readonly calls: number;
  readonly faults: readonly Fault[];
  /** The arguments of a call, but for its fault. */
  readonly argumentsOf: (index: number) => object;
  /** One call in so many kills its gateway, and one in so many pauses it; none when 0. */
  readonly killEvery: number;
  readonly pauseEvery: number;
}

/** The calls of a seed: a third of them with a fault, a fifth made twice at once, a sixth by clients without patience. */
export function chaosOf(wish: ChaosWish, random: (below: number) => number): Planned[] {
  const oneIn = (count: number): boolean => count > 0 && random(count) === 0;
  return Array.from({ length: wish.calls }, (_, index) => {
    const fault = oneIn(3) ? wish.faults[random(wish.faults.length)] : undefined;
    const first = random(gateways);
    const then = oneIn(wish.killEvery) ? 'kill' : oneIn(wish.pauseEvery) ? 'pause' : 'nothing';
    return {
      args: { ...wish.argumentsOf(index), ...(fault === undefined ? {} : { fault }) },
      options: {
        ...(oneIn(4) ? { meta: { 'claudecode/toolUseId': `toolu_${index}` } } : {}),
        ...(oneIn(6) ? { timeoutMs: 100 + random(400) } : {}),
      },
      to: oneIn(5) ? [first, (first + 1) % gateways] : [first],
      then,
    };
  });
}

/** Works through the calls on a crew of gateways, and waits until no take is on its way any more. */
export async function runChaos(
  bench: Bench,
  plan: readonly Planned[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const times = `${quickRecovery.GREENLIGHT_TIMES},restMs=${String(shortRestMs)}`;
  const crew = new Crew(bench, { env: { ...env, GREENLIGHT_TIMES: times } });
  const left = [...plan];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await crew.make(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await until(async () => {
    const { takes } = await bench.ledger();
    return takes.every(({ state }) => state !== 'held' && state !== 'dispatched');
  });
}

/** Calls again as long as the gateway leaves the server alone, which it does after many failures in a row. */
async function callUntilHeard(gateway: GatewayProcess, { args, options }: Planned): Promise<string> {
  for (;;) {
    const { text } = await gateway.call(imageTool, args, options);
    if (!text.includes('server-resting')) return text;
    await new Promise((resolve) => setTimeout(resolve, shortRestMs));
  }
}

/** The gateways of the run; one that was killed is started anew before it is asked again. */
class Crew {
  private readonly running: Promise<GatewayProcess>[];

  constructor(
    private readonly bench: Bench,
    private readonly options: GatewayOptions,
  ) {
    this.running = Array.from({ length: gateways }, () => bench.start(options));
  }

  async make(planned: Planned): Promise<void> {
    const asked = await Promise.all(planned.to.map((index) => this.gateway(index)));
    const answers = asked.map((gateway) => callUntilHeard(gateway, planned).catch((error: unknown) => String(error)));
    const [victim] = asked;
    const [index = 0] = planned.to;
    if (victim !== undefined && planned.then !== 'nothing') {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await this.disturb(index, victim, planned.then);
    }
    await Promise.all(answers);
  }

  private gateway(index: number): Promise<GatewayProcess> {
    return this.running[index] ?? Promise.reject(new Error(`there is no gateway ${index}`));
  }

  private async disturb(index: number, victim: GatewayProcess, how: 'kill' | 'pause'): Promise<void> {
    // Another call may have killed it already.
    if (!victim.isAlive) return;
    if (how === 'kill') {
      victim.kill('SIGKILL');
      this.running[index] = this.bench.start(this.options);
      await this.running[index];
      return;
    }
    victim.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    victim.wake();
  }
}

/** Where the outputs of takes that were paid for and delivered are, by take. */
export interface OutputsSeen {
  readonly onDisk: readonly Take[];
  /** In the stored answer, because the disk was full. */
  readonly inAnswer: readonly Take[];
  readonly nowhere: readonly Take[];
}

/** Looks for the output of every take whose answer came, and proves that what is there is what the provider made. */
export async function seeOutputs(bench: Bench): Promise<OutputsSeen> {
  const folder = join(bench.folder, 'studio');
  const made = new Set(readdirSync(folder).map((name) => sha256(readFileSync(join(folder, name)))));
  const { takes } = await bench.ledger();
  const delivered = takes.filter(({ state, outcome }) => state === 'posted' && outcome === 'succeeded');
  const seen = { onDisk: [] as Take[], inAnswer: [] as Take[], nowhere: [] as Take[] };
  for (const take of delivered) {
    for (const { id, path, bytes } of take.assets) {
      expect(made.has(id), `${take.id} has an output that nobody made`).toBe(true);
      const content = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
      expect({ take: take.id, id: sha256(content), bytes: content.length }).toEqual({ take: take.id, id, bytes });
    }
    if (take.assets.length > 0) seen.onDisk.push(take);
    else if (await isInAnswer(bench, take, made)) seen.inAnswer.push(take);
    else seen.nowhere.push(take);
  }
  return seen;
}

async function isInAnswer(bench: Bench, take: Take, made: ReadonlySet<string>): Promise<boolean> {
  const result = await bench.store((store) => store.result(take.id));
  const blocks: unknown = result?.['content'];
  const media = (Array.isArray(blocks) ? blocks : []).filter(
    (block): block is JsonObject => isJsonObject(block) && typeof block['data'] === 'string',
  );
  return media.some(({ data }) => made.has(sha256(Buffer.from(String(data), 'base64'))));
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
