import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/gate/sources.js';
import { requestOf } from '../fixtures/rule-input.js';
import { takeOf } from '../fixtures/takes.js';

const asset = { id: 'ab12cd34', path: '/out/poster/fox-ab12.png', mimeType: 'image/png', bytes: 1 };
const fox = takeOf({ id: 't_1', assets: [asset] });
const boat = takeOf({ id: 't_2' });
const results: Readonly<Record<string, object>> = {
  t_2: { content: [{ type: 'text', text: 'img_0042 (a boat): C:\\media\\boat "final".png' }] },
};
const project = 'poster';
const store = { result: async (id: string) => results[id] as never, takes: async () => [] };
const idsFor = async (...inputs: string[]) =>
  (await sourcesOf(store, requestOf({ inputs }), [fox, boat], project)).map(({ id }) => id);

describe('what a call starts from', () => {
  it.each([
    ['its path', '/out/poster/fox-ab12.png'],
    ['its address', 'file:///out/poster/fox-ab12.png'],
    ['its file name', 'fox-ab12.png'],
    ['its digest', 'ab12cd34'],
    ['an address with its digest', 'greenlight://asset/ab12cd34'],
  ])('is found by %s', async (_, name) => {
    expect(await idsFor(name)).toEqual(['t_1']);
  });

  it.each(['img_0042', 'C:\\media\\boat "final".png'])('is found by the provider’s own name %s', async (name) => {
    expect(await idsFor(name)).toEqual(['t_2']);
  });

  it('may be several takes, in the order of the takes', async () => {
    expect(await idsFor('img_0042', 'fox-ab12.png')).toEqual(['t_1', 't_2']);
  });

  it.each(['holiday.png', 'png', ''])('is no take for %j', async (name) => {
    expect(await idsFor(name)).toEqual([]);
  });

  it('is nothing that has not been paid for', async () => {
    const running = takeOf({ assets: [asset], state: 'dispatched', outcome: 'running' });
    expect(await sourcesOf(store, requestOf({ inputs: [asset.path] }), [running], project)).toEqual([]);
  });
});
