import { describe, expect, it } from 'vitest';
import type { Kind } from '../../src/model/kind.js';
import { wasteOf } from '../../src/ledger/waste.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const never = (): boolean => false;

describe('waste', () => {
  it('is what failed and was billed, was rejected, or repeated; the dearest first, each take once', () => {
    const takes = [
      takeOf({ id: 't_1', paid: 10, outcome: 'failed-billed', feedback: feedbackOf('reject') }),
      takeOf({ id: 't_2', paid: 40, feedback: feedbackOf('reject') }),
      takeOf({ id: 't_3', paid: 30 }),
      takeOf({ id: 't_4', paid: 5 }),
      takeOf({ id: 't_5', paid: 0, feedback: feedbackOf('reject') }),
    ];
    const waste = wasteOf(takes, ({ id }) => id !== 't_4');
    expect(waste.lines).toEqual([
      { reason: 'rejected', takes: 1, paid: 40 },
      { reason: 'rerun', takes: 1, paid: 30 },
      { reason: 'failed', takes: 1, paid: 10 },
    ]);
    expect(waste.paid).toBe(80);
    expect(waste.takes.map(({ take }) => take.id)).toEqual(['t_2', 't_3', 't_1']);
  });

  it('is never what a person approved', () => {
    const approved = takeOf({ paid: 10, feedback: feedbackOf('approve') });
    expect(wasteOf([approved], () => true)).toEqual({ paid: 0, lines: [], takes: [] });
  });

  it.each<[string, readonly Kind[], readonly number[]]>([
    ['the picture was made anew', ['image', 'upscale', 'image'], [1]],
    ['it was edited', ['image', 'upscale', 'inpaint'], [1]],
    ['it was enlarged again', ['image', 'upscale', 'upscale'], [1]],
    ['it went into a film', ['image', 'upscale', 'video'], []],
    ['nothing came after it', ['image', 'edit', 'upscale'], []],
    ['its background was removed', ['image', 'upscale', 'background-removal'], []],
  ])('of an upscale, when %s', (_, kinds, expected) => {
    const takes = kinds.map((kind, at) => takeOf({ id: String(at), at, kind, paid: 10 }));
    const wasted = wasteOf([...takes].reverse(), never).takes.map(({ take }) => Number(take.id));
    expect(wasted).toEqual(expected);
  });

  it('of an upscale has to do with its own shot only', () => {
    const on = (shot: string, at: number, kind: Kind) => takeOf({ id: String(at), at, kind, shot, paid: 10 });
    expect(wasteOf([on('a', 1, 'image'), on('a', 2, 'upscale'), on('b', 3, 'image')], never).paid).toBe(0);
  });
});
