import { describe, expect, it } from 'vitest';
import { FAULTS, type Fault } from '../../src/studio/faults.js';
import { imageTool, onBench, promptOf, type Bench } from '../scenarios/harness.js';
import type { CallOptions, GatewayProcess } from '../scenarios/parts/gateway.js';
import { quickRecovery, settleAll } from '../scenarios/parts/kills.js';
import { numbersFrom } from '../scenarios/parts/numbers.js';
import { until } from '../scenarios/parts/until.js';

const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
const credit = 1_000_000;
const calls = 330;
const gateways = 3;
const atOnce = 9;
/** The budget is reached before the calls are through, so that refusals are part of it. */
const limit = 3000;
const models = ['qwen-image', 'sdxl', 'flux-2-dev'];

/** One call of the plan: what is asked, what goes wrong on the way, and whether the client has patience. */
interface Planned {
  readonly args: object;
  readonly options: CallOptions;
  /** Which gateways are asked; two of them get the same call at the same moment. */
  readonly to: readonly number[];
  /** What becomes of the first of these gateways after the call was sent. */
  readonly then: 'nothing' | 'kill' | 'pause';
}

function planOf(random: (below: number) => number): Planned[] {
  return Array.from({ length: calls }, (_, index) => {
    const fault: Fault | undefined = random(3) === 0 ? FAULTS[random(FAULTS.length)] : undefined;
    const shot = `shot-${random(200)}`;
    const args = {
      ...{ prompt: `${promptOf(index)}, scene ${index}`, model: models[random(models.length)] },
      ...(random(2) === 0 ? { seed: index } : {}),
      ...(fault === undefined ? {} : { fault }),
      greenlight: { shot },
    };
    const first = random(gateways);
    const then = random(25) === 0 ? 'kill' : random(15) === 0 ? 'pause' : 'nothing';
    return {
      args,
      options: {
        ...(random(4) === 0 ? { meta: { 'claudecode/toolUseId': `toolu_${index}` } } : {}),
        ...(random(6) === 0 ? { timeoutMs: 100 + random(400) } : {}),
      },
      to: random(5) === 0 ? [first, (first + 1) % gateways] : [first],
      then,
    };
  });
}

/** The gateways of the run; one that was killed is started anew before it is asked again. */
class Crew {
  private readonly running: Promise<GatewayProcess>[];

  constructor(private readonly bench: Bench) {
    this.running = Array.from({ length: gateways }, () => bench.start({ env: quickRecovery }));
  }

  async make(planned: Planned): Promise<void> {
    const asked = await Promise.all(planned.to.map((index) => this.gateway(index)));
    const answers = asked.map((gateway) =>
      gateway.call(imageTool, planned.args, planned.options).then(
        ({ text }) => text,
        (error: unknown) => String(error),
      ),
    );
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
      this.running[index] = this.bench.start({ env: quickRecovery });
      await this.running[index];
      return;
    }
    victim.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    victim.wake();
  }
}

/** Works through the plan with so many calls under way at once. */
async function workThrough(plan: readonly Planned[], make: (planned: Planned) => Promise<void>): Promise<void> {
  const left = [...plan];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await make(next);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

describe(`${calls} calls with faults, kills, pauses and impatient clients (seed ${seed}; CHAOS_SEED repeats it)`, () => {
  it('leave a sound ledger, pay nothing twice and stay within the budget', () =>
    onBench({ latencyMs: 80, timeoutMs: 2500, config: { budgets: [{ scope: 'project', limit }] } }, async (bench) => {
      const crew = new Crew(bench);
      await workThrough(planOf(numbersFrom(seed)), (planned) => crew.make(planned));
      await until(async () => {
        const { takes } = await bench.ledger();
        return takes.every(({ state }) => state !== 'held' && state !== 'dispatched');
      });
      const { takes, accounts } = await bench.expectLedgerSound();
      for (const account of accounts) expect(account.spent + account.held).toBeLessThanOrEqual(limit * credit);
      const count = (state: string): number => takes.filter((take) => take.state === state).length;
      expect(count('posted')).toBeGreaterThan(20);
      expect(count('in_doubt')).toBeGreaterThan(0);
      expect(count('released')).toBeGreaterThan(0);
      await settleAll(bench);
    }));
});
