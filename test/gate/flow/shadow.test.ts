import { expect, it } from 'vitest';
import { shadowOf } from '../../../src/gate/flow/shadow.js';
import type { Remark, RemarkedFinding } from '../../../src/gate/store-port.js';
import { takeOf } from '../../fixtures/takes.js';

const said = (take: string, shadow: Remark['shadow'], ...findings: readonly RemarkedFinding[]): Remark => ({
  ...{ at: 1, project: 'poster', session: 's_1', shot: 'fox', phase: 'explore', digest: 'd', promptKey: 'k' },
  ...{ prompt: `prompt of ${take}`, tool: 't', kind: 'image', tier: 'budget', outcome: 'allow' },
  ...{ findings, shadow, take },
});
const found = (level: string, rule: string, cheaper?: number): RemarkedFinding => ({ rule, code: 'c', level, cheaper });
const paid = (id: string, credits: number) => takeOf({ id, paid: credits });

it('adds up what would have been done, each call once, with what would have been saved at most', () => {
  const remarks = [
    said('t_1', { outcome: 'allow', passed: 10 }, found('note', 'cheaper-model')),
    said('t_2', { outcome: 'block' }, found('block', 'budget'), found('nudge', 'rerun')),
    said('t_3', { outcome: 'allow', passed: 20 }, found('fix', 'one-version')),
    said('t_4', { outcome: 'nudge' }, found('nudge', 'tier-for-phase', 20)),
    said('t_5', { outcome: 'nudge' }, found('nudge', 'vague-prompt')),
    said('t_6', { outcome: 'ask' }, found('ask', 'ask-above')),
    said('t_7', { outcome: 'reuse' }, found('reuse', 'replay'), found('block', 'rerun')),
    { ...said('t_8', undefined, found('block', 'budget')), outcome: 'block', take: undefined },
  ];
  const takes = [paid('t_1', 10), paid('t_2', 50), paid('t_3', 80), paid('t_4', 120), paid('t_5', 7), paid('t_6', 300)];
  const report = shadowOf(remarks, [...takes, paid('t_7', 5), paid('t_8', 1)]);
  expect(report).toMatchObject({ calls: 7, paid: 572, saved: 50 + 60 + 100 + 5 });
  expect(report.byLevel).toEqual([
    { level: 'nudge', calls: 2, paid: 127, saved: 100 },
    { level: 'fix', calls: 1, paid: 80, saved: 60 },
    { level: 'block', calls: 1, paid: 50, saved: 50 },
    { level: 'reuse', calls: 1, paid: 5, saved: 5 },
    { level: 'ask', calls: 1, paid: 300, saved: 0 },
  ]);
  expect(report.byRule.map(({ rule, saved }) => [rule, saved])).toContainEqual(['tier-for-phase', 100]);
  expect(report.examples).toHaveLength(5);
  expect(report.examples[0]).toMatchObject({ take: 't_4', rule: 'tier-for-phase', paid: 120, saved: 100, shot: 'fox' });
});

it('never saves more than was paid', () => {
  const remarks = [said('t_1', { outcome: 'nudge', passed: 90 }, found('nudge', 'tier-for-phase', 80))];
  expect(shadowOf(remarks, [paid('t_1', 0)])).toMatchObject({ paid: 0, saved: 0 });
  expect(shadowOf(remarks, [paid('t_1', 50)])).toMatchObject({ paid: 50, saved: 0 });
});

it('of enforced calls is empty', () => {
  expect(shadowOf([said('t_1', undefined, found('fix', 'one-version'))], [paid('t_1', 5)])).toMatchObject({ calls: 0 });
});
