import { describe, expect, it } from 'vitest';
import { progressOf } from '../../src/gate/progress.js';
import type { PlanItem } from '../../src/model/plan.js';
import type { Take } from '../../src/model/take.js';
import { feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

const plan = planOf(itemOf({ phase: 'hero' }), itemOf(), itemOf({ phase: 'select' }), itemOf({ shot: 'hare' }));
const of = (...takes: readonly Take[]) => progressOf(plan, takes);
const approved = (changes: Partial<Take> = {}): Take => takeOf({ feedback: feedbackOf('approve'), ...changes });

describe('what is done for each shot', () => {
  it('is told in the plan’s order, the next step in the phases’', () => {
    expect(of()).toEqual([
      { shot: 'fox', done: [], state: 'open', next: 'fox/explore', waiting: [] },
      { shot: 'hare', done: [], state: 'open', next: 'hare/explore', waiting: [] },
    ]);
  });

  it('goes on with the phase after what was approved, whatever lies before it', () => {
    expect(of(approved())[0]).toMatchObject({ done: ['explore'], next: 'fox/select' });
    expect(of(approved({ phase: 'select' }))[0]).toMatchObject({ done: ['select'], next: 'fox/hero' });
    expect(of(approved({ phase: 'hero' }))[0]).toEqual({ shot: 'fox', done: ['hero'], state: 'done', waiting: [] });
  });

  it.each<[string, Take, string]>([
    ['running', takeOf({ state: 'dispatched', outcome: 'running' }), 'running'],
    ['waiting for a word', takeOf(), 'waiting'],
    ['to be made again', takeOf({ feedback: feedbackOf('refine') }), 'again'],
    ['as it was, when nothing came of it', takeOf({ state: 'released' }), 'open'],
  ])('is %s', (_, take, state) => {
    expect(of(take)[0]).toMatchObject({ state, next: 'fox/explore', waiting: state === 'waiting' ? ['t_1'] : [] });
  });

  it.each<[PlanItem['acceptance'], string]>([
    [{ state: 'needs-yes', reasons: ['batch'] }, 'needs-yes'],
    [{ state: 'denied', reason: 'no' }, 'denied'],
  ])('waits for what the plan says: %j', (acceptance, state) => {
    expect(progressOf(planOf(itemOf({ acceptance })), [])).toMatchObject([{ state }]);
  });
});
