import { describe, expect, it } from 'vitest';
import { usualReading } from '../../../src/model/reading.js';
import type { GenerationRequest } from '../../../src/model/request.js';
import type { Take } from '../../../src/model/take.js';
import { comparableTakes, hasFreeSlot, shapeOf, sidesOf } from '../../../src/rules/parts/earlier-takes.js';
import { contextOf, placedIn, requestOf } from '../../fixtures/rule-input.js';
import { feedbackOf, itemOf, takeOf } from '../../fixtures/takes.js';

describe('a take that a request can repeat', () => {
  it.each<[string, Partial<Take>, boolean]>([
    ['the same tool, model and shape', {}, true],
    ['other words, which are compared later', { prompt: 'a boat' }, true],
    ['another shot', { shot: 'hare' }, true],
    ['a rejected one', { feedback: feedbackOf('reject') }, true],
    ['a billed failure', { outcome: 'failed-billed' }, true],
    ['one in doubt', { state: 'in_doubt', outcome: 'unknown' }, true],
    ['one that was not billed', { state: 'released', outcome: 'unbilled' }, false],
    ['another server', { server: 'other' }, false],
    ['another tool', { tool: 'edit_image' }, false],
    ['another model', { model: 'flux' }, false],
    ['another shape', { shape: 'other' }, false],
  ])('is one of %s: %s', (_, change, expected) => {
    expect(comparableTakes(requestOf(), [takeOf(change)])).toHaveLength(expected ? 1 : 0);
  });
});

describe('a take of another model or seed', () => {
  it.each([
    [{ model: 'flux' }, {}, false],
    [{ model: 'flux' }, { modelMakesAnother: false }, true],
    [{ seed: 8 }, {}, true],
    [{ seed: 8 }, { seedMakesAnother: true }, false],
    [{ seed: 7 }, { seedMakesAnother: true }, true],
  ])('%j is one that the request can repeat under %j: %s', (change, reading, expected) => {
    const found = comparableTakes(requestOf({ seed: 7 }), [takeOf(change)], { ...usualReading, ...reading });
    expect(found).toHaveLength(expected ? 1 : 0);
  });
});

describe('a spoken take', () => {
  const said = { text: 'Welcome aboard.', model: 'draft', voice: 'nora', speed: 0.9, seed: 4 };
  const spoken = { kind: 'voice', prompt: said.text, model: 'draft', arguments: said, seed: 4 } as const;
  const earlier = takeOf({ ...spoken });

  it.each<[string, object, Partial<GenerationRequest>, number]>([
    ['again', {}, {}, 1],
    ['with its numbers written as text', { speed: '0.90' }, {}, 1],
    ['with another seed', { seed: 5 }, { seed: 5 }, 1],
    ['in another voice', { voice: 'hanne' }, {}, 0],
    ['at another pace', { speed: 1.1 }, {}, 0],
    ['in other words', { text: 'Welcome on board.' }, { prompt: 'Welcome on board.' }, 0],
  ])('is repeated by the same text %s', (_, settings, changes, expected) => {
    const request = requestOf({ ...spoken, arguments: { ...said, ...settings }, ...changes });
    expect(comparableTakes(request, [earlier])).toHaveLength(expected);
  });
});

describe('the shape of a request', () => {
  it.each<Partial<GenerationRequest>>([
    { width: 512 },
    { height: 512 },
    { aspect: '16:9' },
    { seconds: 5 },
    { audio: true },
    { audio: false },
    { inputs: ['a.png'] },
  ])('is another one with %j', (change) => {
    expect(shapeOf(requestOf(change))).not.toBe(shapeOf(requestOf()));
  });

  it.each<Partial<GenerationRequest>>([
    { prompt: 'other' },
    { seed: 7 },
    { model: 'flux' },
    { count: 4 },
    { arguments: { style: 'x' } },
  ])('is the same with %j', (change) => {
    expect(shapeOf(requestOf(change))).toBe(shapeOf(requestOf()));
  });

  it('does not mix up width and height, or one input with two', () => {
    expect(shapeOf(requestOf({ width: 512 }))).not.toBe(shapeOf(requestOf({ height: 512 })));
    expect(shapeOf(requestOf({ inputs: ['a,b'] }))).not.toBe(shapeOf(requestOf({ inputs: ['a', 'b'] })));
  });
});

describe('the sides of a take', () => {
  it.each([{ width: 640, height: 360 }, { aspect: '16:9' }, { width: 640, aspect: '1:1' }, {}])(
    'are read back as they were asked for: %j',
    (sides) => {
      expect(sidesOf(takeOf({ shape: shapeOf(requestOf(sides)) }))).toEqual(sides);
    },
  );

  it.each(['', 'not json', '{}', '["a",1,null]'])('are not known from %j', (shape) => {
    expect(sidesOf(takeOf({ shape }))).toEqual({});
  });
});

describe('a free slot of a planned batch', () => {
  const item = itemOf({ count: 4 });
  const free = (takes: readonly Take[], count = 1): boolean =>
    hasFreeSlot(contextOf({ placement: placedIn(item), takes }), requestOf({ count }));
  const used = (changes: Partial<Take> = {}): Take => takeOf({ item: item.id, ...changes });

  it.each([
    [0, 4, true],
    [3, 1, true],
    [3, 2, false],
    [4, 1, false],
    [0, 5, false],
  ])('with %i of 4 used and %i asked for: %s', (made, count, expected) => {
    expect(
      free(
        Array.from({ length: made }, () => used()),
        count,
      ),
    ).toBe(expected);
  });

  it('is used up by what was judged too, for a slot is one version', () => {
    expect(free([used({ count: 4, feedback: feedbackOf('reject') })])).toBe(false);
  });

  it('is not used up by what was not billed, or by other items', () => {
    expect(free([used({ count: 4, state: 'released', outcome: 'unbilled' })])).toBe(true);
    expect(free([takeOf({ item: 'fox/select', count: 4 })])).toBe(true);
  });

  it('is none without a plan item', () => {
    expect(hasFreeSlot(contextOf(), requestOf())).toBe(false);
  });
});
