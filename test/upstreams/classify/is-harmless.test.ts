import { expect, it } from 'vitest';
import { isHarmless } from '../../../src/upstreams/classify/is-harmless.js';
import { roleOfName } from '../../../src/upstreams/classify/read-role.js';

it.each([
  ['list images', true],
  ['cancel job', true],
  ['delete image', true],
  ['upload image', true],
  ['create folder', true],
  ['add tag', true],
  ['delete pod', true],
  ['create image', false],
  ['create pod', false],
  ['enable gpu', false],
  ['create agent', false],
  ['create thing', false],
  ['run workflow', false],
  ['analyze photo', false],
  ['plan shots', false],
])('%s is harmless: %s', (name, harmless) => {
  const role = roleOfName(name.split(' '));
  expect(role !== undefined && isHarmless(role)).toBe(harmless);
});
