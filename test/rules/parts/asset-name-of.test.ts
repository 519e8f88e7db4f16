import { expect, it } from 'vitest';
import { nameOf } from '../../../src/rules/parts/asset-name-of.js';
import { takeOf } from '../../fixtures/takes.js';

it('the output of a take is named by its id where calls may name it so, else by its path', () => {
  const take = takeOf({ assets: [{ id: 'ab12'.repeat(16), path: '/out/fox.png', mimeType: 'image/png', bytes: 1 }] });
  expect(nameOf(take, { namesAssets: true })).toBe('greenlight://asset/ab12ab12ab12ab12');
  expect(nameOf(take, {})).toBe('/out/fox.png');
  expect(nameOf(takeOf(), { namesAssets: true })).toBeUndefined();
});
