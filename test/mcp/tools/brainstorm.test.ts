import { describe, expect, it } from 'vitest';
import { briefBody } from '../../fixtures/brief.js';
import { openOwnTools } from '../../fixtures/own-tools.js';

describe('the brainstorm tool', () => {
  it('stores the brief and names the chosen direction', async () => {
    const bench = await openOwnTools();
    const { text, structured, isError } = await bench.use('brainstorm', briefBody);
    expect(isError).toBeUndefined();
    expect(text).toContain('Chosen: fox – A fox looks at the lights');
    expect(structured).toMatchObject({ status: 'stored', version: 1, next: 'plan' });
    expect(await bench.store.latestBrief('poster')).toMatchObject(briefBody);
  });

  it('counts versions', async () => {
    const bench = await openOwnTools();
    await bench.use('brainstorm', briefBody);
    expect((await bench.use('brainstorm', briefBody)).structured).toMatchObject({ version: 2 });
  });

  it('refuses a choice that was not among the directions', async () => {
    const bench = await openOwnTools();
    const { text, structured, isError } = await bench.use('brainstorm', { ...briefBody, chosen: 'boat' });
    expect(isError).toBe(true);
    expect(text).toContain('fox, stalls');
    expect(structured).toMatchObject({ code: 'chosen-unknown', names: ['fox', 'stalls'] });
    expect(await bench.store.latestBrief('poster')).toBeUndefined();
  });

  it('tells all that is missing at once', async () => {
    const bench = await openOwnTools();
    const [fox] = briefBody.directions;
    const directions = [
      { ...fox, name: 'one' },
      { ...fox, name: 'two' },
    ];
    const { text, structured, isError } = await bench.use('brainstorm', { ...briefBody, tone: 'TBD', directions });
    expect(isError).toBe(true);
    expect(text).toContain('REFUSED undecided · Nobody decided yet: tone.');
    expect(text).toContain('“one” and “two” are one direction');
    expect(text).toContain('REFUSED chosen-unknown · "fox" is none of the directions (one, two)');
    expect(structured).toMatchObject({
      code: 'undecided',
      problems: [{ code: 'undecided' }, { code: 'directions-alike' }, { code: 'chosen-unknown' }],
    });
  });

  it('offers prompts for the chosen direction', async () => {
    const bench = await openOwnTools();
    const directions = [
      { name: 'fox', idea: 'a red fox carries a lantern through fresh snow' },
      { name: 'mug', idea: 'a mug' },
    ];
    const { text, structured } = await bench.use('brainstorm', { ...briefBody, directions });
    expect(text).toContain('- for brief: Book or poster illustration: “[A red fox carrying a lantern]');
    expect(structured).toMatchObject({ offers: [{ from: 'library' }] });
  });

  it.each([{ directions: briefBody.directions.slice(1) }, { constraints: [] }, { goal: ' ' }])(
    'refuses %j: a brief weighs two directions at least, and has a frame',
    async (change) => {
      const bench = await openOwnTools();
      await expect(bench.use('brainstorm', { ...briefBody, ...change })).rejects.toThrow();
    },
  );
});
