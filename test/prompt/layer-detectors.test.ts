import { describe, expect, it } from 'vitest';
import {
  acts,
  either,
  films,
  isIn,
  isOf,
  isSubject,
  lights,
  moves,
  places,
  saysWhere,
  styles,
} from '../../src/prompt/layer-detectors.js';

describe('words by which a prompt says something', () => {
  it.each([
    ['what is done', acts, ['rowing', 'gazes'], ['otter', 'waves']],
    ['what moves', moves, ['rowing', 'waves', 'falls'], ['vase']],
    ['light', lights, ['dawn', 'soft', 'fog'], ['otter']],
    ['manner', styles, ['watercolor', 'wooden', 'charcoal'], ['red']],
    ['places', places, ['kitchen', 'vineyards'], ['otter']],
    ['camera', films, ['dolly', 'static'], ['watercolor']],
    ['things', isSubject, ['otter', 'dog'], ['beautiful', 'something', 'red', 'dawn', 'with']],
  ])('tell %s', (_, detector, those, others) => {
    expect(those.filter((word) => !detector(word))).toEqual([]);
    expect(others.filter(detector)).toEqual([]);
  });

  it('come from classes, lists, or any of them', () => {
    const any = either(isOf('color'), isIn(new Set(['otter'])));
    expect(['red', 'otter', 'dawn'].map(any)).toEqual([true, true, false]);
  });
});

describe('where something is', () => {
  it.each(['fox in fresh snow', 'boat by old mill at night', 'cup on moss'])('is said by "%s"', (text) => {
    expect(saysWhere(text.split(' '))).toBe(true);
  });

  it.each(['fox', 'boat at night', 'portrait in oil', 'fox in', 'scene in red at dawn'])(
    'is not said by "%s"',
    (text) => {
      expect(saysWhere(text.split(' '))).toBe(false);
    },
  );
});
