import { describe, expect, it } from 'vitest';
import { boardOf } from '../../src/dashboard/board.js';
import { itemOf, planOf, takeOf } from '../fixtures/takes.js';

describe('the board', () => {
  it('has the planned shots in the order of the plan, then the others', () => {
    const plan = planOf(itemOf({ id: 'cover/explore', shot: 'cover' }), itemOf({ id: 'back/explore', shot: 'back' }));
    const takes = [
      takeOf({ id: 't_2', shot: 'extra', paid: 3_000_000 }),
      takeOf({ id: 't_1', shot: 'back', paid: 2_000_000 }),
    ];
    const { shots } = boardOf(takes, plan);
    expect(shots.map(({ shot, takes: made, paid }) => [shot, made, paid])).toEqual([
      ['cover', 0, 0],
      ['back', 1, 2],
      ['extra', 1, 3],
    ]);
    expect(shots.map(({ planned }) => planned === null)).toEqual([false, false, true]);
  });

  it('shows what was approved last apart from what was made last, and the phase that was reached', () => {
    const word = { keep: [], change: [], remove: [], note: '', id: 'f', strength: 'person', at: 1 } as const;
    const feedback = { ...word, keep: [], change: [], remove: [], verdict: 'approve', take: 't_1' } as const;
    const approved = takeOf({
      id: 't_1',
      phase: 'select',
      feedback: { ...feedback, keep: [], change: [], remove: [] },
    });
    const { shots } = boardOf([takeOf({ id: 't_2', phase: 'explore' }), approved], undefined);
    expect(shots).toMatchObject([
      { locked: { id: 't_1' }, latest: { id: 't_2' }, phase: 'select', counts: { explore: 1, select: 1 } },
    ]);
  });

  it('of a project without anything is empty', () => {
    expect(boardOf([], undefined).shots).toEqual([]);
  });
});
