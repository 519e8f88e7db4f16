import { expect, it } from 'vitest';
import { principles } from '../../principles.js';
import { onBench, type Bench, type BenchOptions } from '../harness.js';
import type { Answer, DialogAnswer, GatewayProcess } from './gateway.js';
import { project } from './ledger.js';

/** Settings as a person has them who says nothing: a small quick lane, plans, lines. */
export const usual: BenchOptions = {
  config: {
    budgets: [{ scope: 'session', limit: 20_000 }],
    quickLane: { perCall: 60, perDay: 200 },
    ask: { above: 5000, every: 20_000, personAbove: 5000, minutes: 15 },
  },
};

/** A person who says yes to everything. */
export const yes = { dialog: (): DialogAnswer => ({ action: 'accept', content: { decision: 'yes' }, afterMs: 400 }) };

/** What the rules said of the project's calls, as it is remembered: `rule/code` with its level. */
export async function recorded(bench: Bench): Promise<readonly string[]> {
  const remarks = await bench.store((store) => store.remarks(project));
  return remarks.flatMap(({ findings }) => findings.map(({ rule, code, level }) => `${rule}/${code} ${level}`));
}

/**
 * A scenario in which principles are seen to act, over a real client, gateway and studio. A finding of each of their rules
 * has to stand in the record afterwards; what else keeps them, the scenario itself asserts.
 */
export function proves(
  ids: readonly string[],
  title: string,
  options: BenchOptions,
  scenario: (bench: Bench) => Promise<void>,
): void {
  const rows = principles.filter(({ id }) => ids.includes(id));
  it(`${ids.map((id) => `[${id}]`).join(' ')} ${title}`, () => {
    expect(rows.map(({ id }) => id)).toEqual(ids);
    return onBench(options, async (bench) => {
      await scenario(bench);
      const acted = new Set((await recorded(bench)).map((finding) => finding.split('/')[0]));
      for (const { id, rules } of rows) for (const rule of rules) expect(acted, `${id}: ${rule}`).toContain(rule);
    });
  });
}

/** A scenario on the command line in which principles that no rule keeps are seen to act; it asserts them itself. */
export function provesByCommand(ids: readonly string[], title: string, scenario: () => Promise<void>): void {
  it(`${ids.map((id) => `[${id}]`).join(' ')} ${title}`, async () => {
    expect(principles.filter(({ id, rules }) => ids.includes(id) && rules.length === 0).map(({ id }) => id)).toEqual(
      ids,
    );
    await scenario();
  });
}

/** Says a person's word on a take. */
export function judge(gateway: GatewayProcess, answer: Answer, verdict: string, words: object = {}): Promise<Answer> {
  return gateway.call('feedback', { take: answer.data['take'], verdict, ...words });
}

/** Where an answer's first output lies. */
export function outputOf(answer: Answer): string {
  const assets = answer.data['assets'];
  const [first] = Array.isArray(assets) ? (assets as { path: string }[]) : [];
  if (first === undefined) throw new Error(`no output: ${answer.text}`);
  return first.path;
}
