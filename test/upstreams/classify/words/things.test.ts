import { expect, it } from 'vitest';
import { thingOf } from '../../../../src/upstreams/classify/words/things.js';

it.each([
  ['images', 'media'],
  ['melodies', 'media'],
  ['histories', undefined],
  ['libraries', 'record'],
  ["cluster's", 'machine'],
  ['credits', 'account'],
  ['credit', 'account'],
  ['status', 'state'],
  ['predictions', 'job'],
  ['gizmo', undefined],
  ['constructor', undefined],
])('takes %s for %s', (word, thing) => {
  expect(thingOf(word)).toBe(thing);
});
