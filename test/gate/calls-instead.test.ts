import { describe, expect, it } from 'vitest';
import { callsInstead } from '../../src/gate/calls-instead.js';
import type { WeighedFinding } from '../../src/model/verdict.js';
import { openBench } from '../fixtures/gate-bench.js';

const draft = { tool: 'draw', arguments: { model: 'draft' }, amount: 5 };
const plan = { tool: 'plan', arguments: {} };

async function refused(findings: readonly WeighedFinding[], cheaper = draft) {
  const bench = await openBench();
  const answer = await bench.gate.check(bench.call('a red fox', { model: 'best' }));
  if (answer.kind !== 'refused') throw new Error(answer.kind);
  return { ...answer, verdict: { ...answer.verdict, findings }, cheaper };
}

const finding = (level: WeighedFinding['level'], instead = [plan]): WeighedFinding => ({
  ...{ rule: 'r', code: 'c', facts: {}, level },
  instead,
});

describe('the calls that a refusal names', () => {
  it('begin with the best cheaper one, and name each once', async () => {
    const answer = await refused([finding('block'), finding('ask', [draft, plan])]);
    expect(callsInstead(answer)).toEqual([draft, plan]);
  });

  it('are those of what stops the call, not of mere notes', async () => {
    expect(callsInstead(await refused([finding('note')]))).toEqual([draft]);
  });
});
