import { expect, it } from 'vitest';
import { namesAsset } from '../../src/mcp/names-asset.js';

it.each<[unknown, boolean]>([
  [{ image: 'greenlight://asset/ab12ab12ab12' }, true],
  [{ list: [{ image: 'greenlight://take/t_1' }] }, true],
  [{ note: 'see greenlight://asset/ab12ab12ab12' }, false],
  [{ page: 'greenlight://brief' }, false],
  [{ image: 'ab12'.repeat(16) }, false],
  [undefined, false],
  [null, false],
])('%j names a kept output: %s', (args, names) => {
  expect(namesAsset(args)).toBe(names);
});

it('arguments that are nested without end are looked through only so far', () => {
  let nested: unknown = 'greenlight://asset/ab12ab12ab12';
  for (let at = 0; at < 10_000; at += 1) nested = [nested];
  expect(namesAsset(nested)).toBe(false);
});
