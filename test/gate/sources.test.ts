import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/gate/sources.js';
import { requestOf } from '../fixtures/rule-input.js';
import type { Take } from '../../src/model/take.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

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

  it('is found by its whole id in all of the project’s history; what a person approved speaks for equal content', async () => {
    const id = 'ab12'.repeat(16);
    const same = { ...asset, id };
    const [old, liked, lost] = [
      takeOf({ id: 't_7', assets: [same] }),
      takeOf({ id: 't_8', assets: [same], feedback: feedbackOf('approve') }),
      takeOf({ id: 't_9', assets: [same], state: 'released' }),
    ];
    const inputs = [`greenlight://asset/${id}`];
    const found = async (...history: Take[]) =>
      (await sourcesOf({ ...store, takes: async () => history }, requestOf({ inputs }), [fox], project)).map(
        (one) => one.id,
      );
    expect(await found(old, lost)).toEqual(['t_7']);
    expect(await found(old, liked)).toEqual(['t_8']);
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
