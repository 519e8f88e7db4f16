import { describe, expect, it } from 'vitest';
import { assetLink, isAsset, readAssetName, recordedId, recordedLink } from '../../src/model/asset-name.js';

const id = 'ab12'.repeat(16);

describe('the name of an output', () => {
  it.each([
    ['its id', id, { kind: 'asset', id, isSure: false }],
    ['the beginning of its id', id.slice(0, 12), { kind: 'asset', id: id.slice(0, 12), isSure: false }],
    ['its short address', assetLink(id), { kind: 'asset', id: id.slice(0, 16), isSure: true }],
    ['its whole address', recordedLink(id), { kind: 'asset', id, isSure: true }],
    ['its take', 't_0a1b2c3d', { kind: 'take', take: 't_0a1b2c3d', output: 1 }],
    ['one output of its take', 'greenlight://take/t_0a1b2c3d/3', { kind: 'take', take: 't_0a1b2c3d', output: 3 }],
    ['an address that leads nowhere', 'greenlight://asset/fox', { kind: 'unknown' }],
  ])('is read from %s', (_, text, name) => {
    expect(readAssetName(text)).toEqual(name);
  });

  it.each([
    '',
    'fox.png',
    '/out/fox.png',
    'https://a.b/c.png',
    'abc123',
    `${id}0`,
    'asset-ab12ab12ab12',
    'a'.repeat(999),
  ])('is not %j', (text) => {
    expect(readAssetName(text)).toBeUndefined();
  });

  it('is recorded with the whole id, which is found again', () => {
    expect(recordedId(recordedLink(id))).toBe(id);
    expect(recordedId(assetLink(id))).toBeUndefined();
    expect(recordedId(`see ${recordedLink(id)}`)).toBeUndefined();
  });

  it('is the beginning of the id, or the address it came from', () => {
    const asset = { id, path: '/out/fox.png', mimeType: 'image/png', bytes: 1, source: 'https://a.b/c.png' };
    expect([id.slice(0, 12), 'https://a.b/c.png', 'b12a', '/out/fox.png'].map((name) => isAsset(asset, name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
