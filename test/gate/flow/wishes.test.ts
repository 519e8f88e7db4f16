import { describe, expect, it } from 'vitest';
import { Wishes } from '../../../src/gate/flow/wishes.js';
import type { Remark } from '../../../src/gate/store-port.js';
import { takeOf } from '../../fixtures/takes.js';

const reason = { rule: 'rerun', code: 'certain' };
const ask = (number: number, changes: Partial<Remark> = {}): Remark => ({
  ...{ at: number, project: 'poster', session: 's_1', shot: 'fox', phase: 'explore', digest: 'd' },
  ...{ promptKey: `p${String(number)}`, prompt: `word${String(number)}`, tool: 't', kind: 'image', tier: 'standard' },
  ...{ outcome: 'block', findings: [], asked: 50 },
  ...changes,
});
const sums = (wishes: Wishes) => wishes.all().map(({ asked, bought }) => [asked, bought]);

describe('wishes', () => {
  it('take a purchase once: the same prompt first, then the newest', () => {
    const wishes = new Wishes();
    for (const number of [1, 2, 3]) wishes.ask(ask(number), reason);
    wishes.buy(takeOf({ promptKey: 'p1', tier: 'standard', paid: 70 }));
    expect(sums(wishes)).toEqual([
      [50, 50],
      [50, 0],
      [50, 20],
    ]);
  });

  it('that rise after they were bought in full are open again for the rest', () => {
    const wishes = new Wishes();
    wishes.ask(ask(1), reason);
    wishes.buy(takeOf({ promptKey: 'p1', paid: 50 }));
    wishes.ask(ask(1, { asked: 80 }), { rule: 'budget', code: 'hard' });
    wishes.buy(takeOf({ promptKey: 'other', tier: 'premium', paid: 10 }));
    expect(wishes.all()).toMatchObject([{ reason: { rule: 'budget' }, asked: 80, bought: 60 }]);
  });

  it('are read in as many steps as there are lines, however many wait on one shot', () => {
    const count = (lines: number): number => {
      let read = 0;
      const counted = (remark: Remark): Remark =>
        new Proxy(remark, { get: (target, name) => ((read += 1), target[name as keyof Remark]) });
      const wishes = new Wishes();
      for (let number = 0; number < lines; number += 1) wishes.ask(counted(ask(number)), reason);
      const cheap = takeOf({ tier: 'budget', paid: 1 });
      for (let number = 0; number < lines; number += 1) {
        const take = new Proxy(cheap, { get: (target, name) => ((read += 1), target[name as keyof typeof cheap]) });
        wishes.buy(take);
      }
      expect(wishes.all()).toHaveLength(lines);
      return read;
    };
    expect(count(4000)).toBeLessThan(count(400) * 12);
  });
});
