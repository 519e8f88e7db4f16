import { describe, expect, it } from 'vitest';
import { place } from '../../src/gate/place.js';
import type { PlanItem } from '../../src/model/plan.js';
import { usualReading, type Reading } from '../../src/model/reading.js';
import type { GenerationRequest, Hints } from '../../src/model/request.js';
import type { Take } from '../../src/model/take.js';
import { requestOf } from '../fixtures/rule-input.js';
import { feedbackOf, itemOf, planOf, takeOf } from '../fixtures/takes.js';

const fox = requestOf().prompt;
const boat = 'A red fishing boat in a calm harbour, early morning';

function placed(
  items: readonly PlanItem[],
  hints: Hints = {},
  request: Partial<GenerationRequest> = {},
  takes: readonly Take[] = [],
) {
  const { item, candidates, ...rest } = place(requestOf(request), hints, planOf(...items), takes);
  return { ...rest, item: item?.id, candidates: candidates.map(({ id }) => id) };
}

describe('a call whose words only praise here', () => {
  it('is placed by the others', () => {
    const takes = [takeOf({ item: undefined, shot: 'quick-1', prompt: 'a boat' })];
    const shot = (reading?: Reading): string =>
      place(requestOf({ prompt: 'cozy dreamy boat' }), {}, undefined, takes, reading).shot;
    const boosters = ['cozy', 'dreamy'];
    expect(shot({ ...usualReading, boosters })).toBe('quick-1');
    expect(shot()).toBe('quick-2');
  });
});

describe('a call that names its shot', () => {
  const items = [itemOf(), itemOf({ phase: 'hero' }), itemOf({ shot: 'hare' })];

  it('and phase belongs there', () => {
    expect(placed(items, { shot: 'fox', phase: 'hero' })).toEqual({
      shot: 'fox',
      phase: 'hero',
      item: 'fox/hero',
      named: true,
      candidates: [],
    });
  });

  it('belongs to the first phase that has no approved take', () => {
    expect(placed(items, { shot: 'fox' }).item).toBe('fox/explore');
    const done = takeOf({ item: 'fox/explore', feedback: feedbackOf('approve') });
    expect(placed(items, { shot: 'fox' }, {}, [done]).item).toBe('fox/hero');
  });

  it('belongs to the shot’s next phase also on another model or tool of the kind than planned', () => {
    const planned = [itemOf({ model: 'fine' }), itemOf({ phase: 'hero', model: 'best' })];
    expect(placed(planned, { shot: 'fox' }, { model: 'draft' }).item).toBe('fox/explore');
    expect(placed(planned, { shot: 'fox' }, { model: 'best' }).item).toBe('fox/hero');
    expect(placed(planned, { shot: 'fox' }, { exposed: 'other_make' }).item).toBe('fox/explore');
    expect(placed(planned, { shot: 'fox' }, { kind: 'video', exposed: 'other_film' }).item).toBeUndefined();
    const done = takeOf({ item: 'fox/explore', feedback: feedbackOf('approve') });
    expect(placed(planned, { shot: 'fox' }, { model: 'draft' }, [done]).item).toBe('fox/hero');
  });

  it.each<[string, Hints, Partial<GenerationRequest>]>([
    ['another shot', { shot: 'bear', phase: 'explore' }, {}],
    ['another phase', { shot: 'hare', phase: 'hero' }, {}],
    ['another kind of tool', { shot: 'hare', phase: 'explore' }, { kind: 'video' }],
  ])('but %s than planned belongs to no item', (_, hints, request) => {
    expect(placed(items, hints, request)).toMatchObject({ shot: hints.shot, named: true, item: undefined });
  });

  it('with a tool of a kind that no item of the shot speaks of belongs to none', () => {
    const film = { kind: 'video', exposed: 'other' } as const;
    expect(placed(items, { shot: 'hare' }, film)).toMatchObject({ phase: 'explore', item: undefined });
  });
});

describe('a call that names nothing', () => {
  it('belongs to the one item that speaks of its tool', () => {
    expect(placed([itemOf()])).toMatchObject({ shot: 'fox', phase: 'explore', item: 'fox/explore', named: false });
  });

  it.each<[string, Partial<PlanItem>]>([
    ['another tool', { tool: 'other' }],
    ['another model', { model: 'flux' }],
  ])('does not belong to an item of %s', (_, change) => {
    expect(placed([itemOf(change)], {}, { model: 'draft' })).toMatchObject({ item: undefined, shot: 'quick-1' });
  });

  it('belongs to the item whose prompt is about the same', () => {
    const items = [itemOf({ prompt: fox }), itemOf({ shot: 'boat', prompt: boat })];
    expect(placed(items, {}, { prompt: `${boat}, in fog` }).item).toBe('boat/explore');
  });

  it('belongs to the shot whose takes are about the same', () => {
    const items = [itemOf(), itemOf({ shot: 'boat' })];
    expect(placed(items, {}, { prompt: boat }, [takeOf({ shot: 'boat', prompt: boat })]).item).toBe('boat/explore');
  });

  it('that could be several items is left open, with the candidates', () => {
    const items = [itemOf(), itemOf({ shot: 'hare' })];
    expect(placed(items)).toMatchObject({ item: undefined, candidates: ['fox/explore', 'hare/explore'] });
  });

  describe('in a series that shares its style and setting', () => {
    const toy = (what: string): string => `${what} on a white background, soft light from above, product photograph`;
    const items = ['a tin rocket', 'a spinning top', 'a marble run'].flatMap((what, at) => [
      itemOf({ shot: `toy-${String(at + 1)}`, prompt: toy(what) }),
      itemOf({ shot: `toy-${String(at + 1)}`, phase: 'hero', prompt: toy(what) }),
    ]);

    it('belongs to the shot whose own words it has', () => {
      expect(placed(items, {}, { prompt: toy('a marble run') }).item).toBe('toy-3/explore');
      expect(placed(items, {}, { prompt: `${toy('a spinning top')} with a long shadow` }).item).toBe('toy-2/explore');
    });

    it('belongs where the words were tried, once the prompt was changed', () => {
      const tried = takeOf({ shot: 'toy-1', prompt: toy('a zeppelin') });
      expect(placed(items, {}, { prompt: toy('a zeppelin') }, [tried]).item).toBe('toy-1/explore');
    });

    it('belongs to the shot that a word of it tells, though it begins otherwise, in any language', () => {
      const ware = (what: string, where: string): string =>
        `${what} auf einem ${where}, Morgenlicht von links, Aquarell`;
      const wares = ['brezel', 'roggenbrot'].map((shot) => itemOf({ shot, prompt: ware(shot, 'Holzbrett') }));
      expect(placed(wares, {}, { prompt: ware('roggenbrot', 'blauen Teller') }).item).toBe('roggenbrot/explore');
      expect(
        placed(wares, {}, { prompt: 'Ein Roggenbrot fliegt durch das All, Neonlicht, Comic' }).candidates,
      ).toHaveLength(2);
    });

    it('is left open when its own words are in none of them', () => {
      expect(placed(items, {}, { prompt: toy('a puppet') })).toMatchObject({ item: undefined });
      expect(placed(items, {}, { prompt: toy('a puppet') }).candidates).toHaveLength(3);
    });
  });

  it('goes on to the next phase once one is approved', () => {
    const items = [itemOf(), itemOf({ phase: 'select' })];
    const done = takeOf({ item: 'fox/explore', feedback: feedbackOf('approve') });
    expect(placed(items, {}, {}, [done]).item).toBe('fox/select');
    expect(placed(items, {}, {}, [takeOf({ item: 'fox/explore', feedback: feedbackOf('reject') })]).item).toBe(
      'fox/explore',
    );
  });

  it('but a phase belongs to the item of that phase', () => {
    const items = [itemOf(), itemOf({ phase: 'select' })];
    expect(placed(items, { phase: 'select' }).item).toBe('fox/select');
  });
});

describe('a call without a plan', () => {
  const quick = (number: number, prompt: string): Take =>
    takeOf({ id: `t_${String(number)}`, shot: `quick-${String(number)}`, prompt });

  it('is counted under the next free quick shot', () => {
    expect(place(requestOf(), {}, undefined, [])).toEqual({
      shot: 'quick-1',
      phase: 'explore',
      named: false,
      candidates: [],
    });
    expect(placed([], {}, { prompt: boat }, [quick(1, fox), quick(7, 'An old sailor, charcoal')]).shot).toBe('quick-8');
  });

  it('stays on the quick shot of the same subject, so that feedback and re-runs meet there', () => {
    expect(placed([], {}, { prompt: `${fox}, in fog` }, [quick(1, boat), quick(2, fox)]).shot).toBe('quick-2');
  });

  it('on the same subject but of another kind gets a shot of its own', () => {
    expect(placed([], {}, { kind: 'video' }, [quick(1, fox)]).shot).toBe('quick-2');
  });

  it('does not join a planned shot', () => {
    const planned = { ...quick(3, fox), item: 'quick-3/explore' };
    expect(placed([], {}, {}, [planned]).shot).toBe('quick-1');
  });
});
