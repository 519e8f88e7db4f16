import { describe, expect, it } from 'vitest';
import { counts, isApproved, isJob, isRunning, isWaiting, outputsOf, waitingOn } from '../../src/model/takes.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const approved = feedbackOf('approve');
const rejected = feedbackOf('reject');

describe('a take', () => {
  it.each([
    ['held', takeOf({ state: 'held', outcome: 'running' }), { counts: true, running: true, waiting: true }],
    ['on its way', takeOf({ state: 'dispatched', outcome: 'running' }), { counts: true, running: true, waiting: true }],
    ['done, without a word', takeOf(), { counts: true, running: false, waiting: true }],
    ['done and judged', takeOf({ feedback: rejected }), { counts: true, running: false, waiting: false }],
    ['billed for nothing', takeOf({ outcome: 'failed-billed' }), { counts: true, running: false, waiting: false }],
    ['in doubt', takeOf({ state: 'in_doubt', outcome: 'unknown' }), { counts: true, running: false, waiting: false }],
    ['released', takeOf({ state: 'released', outcome: 'unbilled' }), { counts: false, running: false, waiting: false }],
    ['unbilled', takeOf({ outcome: 'unbilled' }), { counts: false, running: false, waiting: false }],
  ])('that is %s counts, runs and waits as it should', (_, take, expected) => {
    expect({ counts: counts(take), running: isRunning(take), waiting: isWaiting(take) }).toEqual(expected);
  });

  it('waits for a job only while it is on its way and its job is known', () => {
    const job = { id: 'j-1', quote: { status: 'exact', amount: 1, upper: 1, source: 'book' } } as const;
    expect(isJob(takeOf({ state: 'dispatched', outcome: 'running', job }))).toBe(true);
    expect(isJob(takeOf({ state: 'dispatched', outcome: 'running' }))).toBe(false);
    expect(isJob(takeOf({ state: 'in_doubt', outcome: 'unknown', job }))).toBe(false);
    expect(isJob(takeOf({ job }))).toBe(false);
  });

  it.each([
    ['posted and approved', takeOf({ feedback: approved }), true],
    ['posted and rejected', takeOf({ feedback: rejected }), false],
    ['posted without a word', takeOf(), false],
    ['in doubt, whatever was said', takeOf({ state: 'in_doubt', feedback: approved }), false],
  ])('that is %s is approved: %s', (_, take, expected) => {
    expect(isApproved(take)).toBe(expected);
  });

  it('waits on its own shot and phase only', () => {
    const waiting = takeOf();
    const others = [takeOf({ shot: 'boat' }), takeOf({ phase: 'hero' }), takeOf({ feedback: rejected })];
    expect(waitingOn([waiting, ...others], waiting)).toEqual([waiting]);
  });

  it('stands for as many outputs as it was asked for', () => {
    expect(outputsOf([])).toBe(0);
    expect(outputsOf([takeOf({ count: 4 }), takeOf()])).toBe(5);
  });
});
