import { expect, it } from 'vitest';
import { unitIn } from '../../../src/upstreams/stated/price-unit.js';

it.each([
  [' per image', { unit: 'output' }],
  ['/image', { unit: 'output' }],
  [' each', { unit: 'output' }],
  [' each call', { unit: 'call' }],
  [' per API call', { unit: 'call' }],
  [' for every 4 images', { unit: 'output', outputsPerCall: 4 }],
  [' ($0.05) per image', { unit: 'output' }],
  [' per 10-second clip', { unit: 'second', perStarted: 10 }],
  ['/1M characters', { unit: '1k-characters', times: 0.001 }],
  ['/mo', 'ignored'],
  [' per user per month', 'ignored'],
  [' per 0 images', 'unclear'],
  [' per 3 calls', 'unclear'],
  [' for 1024x1024', 'unclear'],
  [' per token', 'unclear'],
  [' and a picture', undefined],
  ['', undefined],
])('an amount before "%s" is for %j', (after, expected) => {
  const found = unitIn('', after.toLowerCase());
  if (typeof expected === 'object') expect(found).toMatchObject(expected);
  else expect(found).toBe(expected);
});

it('is what stands before, where nothing stands after', () => {
  expect(unitIn('price per second: ', '')).toMatchObject({ unit: 'second' });
  expect(unitIn('cost per 1,000 characters is ', ' or so')).toEqual({ unit: '1k-characters', times: 1 });
  expect(unitIn('many images per day, all in all for ', '')).toBeUndefined();
});
