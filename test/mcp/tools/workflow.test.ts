import { describe, expect, it } from 'vitest';
import { openOwnTools } from '../../fixtures/own-tools.js';

const saving = { action: 'save', name: 'winter', document: { title: 'Winter' }, body: 'How we worked.' };

describe('the workflow tool', () => {
  it('saves a document as a draft and counts its versions', async () => {
    const bench = await openOwnTools();
    const { text, structured } = await bench.use('workflow', saving);
    expect(text).toContain('Saved as winter, version 1');
    expect(structured).toMatchObject({ status: 'saved', name: 'winter', version: 1, state: 'draft' });
    expect((await bench.use('workflow', saving)).structured).toMatchObject({ version: 2 });
  });

  it('lists what was saved, or says that nothing was', async () => {
    const bench = await openOwnTools();
    expect((await bench.use('workflow')).text).toContain('Nothing is saved yet');
    await bench.use('workflow', saving);
    const { text, structured } = await bench.use('workflow');
    expect(text).toContain('- winter (version 1, draft): Winter');
    expect(structured).toMatchObject({ workflows: [{ name: 'winter', title: 'Winter', version: 1, state: 'draft' }] });
  });

  it.each(['load', 'export'])('gives a document back on %s, fenced off as data', async (action) => {
    const bench = await openOwnTools();
    await bench.use('workflow', saving);
    const { text, structured } = await bench.use('workflow', { action, name: 'winter' });
    expect(text).toContain('~~~markdown\n---\nname: winter');
    expect(text).toContain('How we worked.');
    expect(structured).toMatchObject({ status: expect.stringContaining(action), version: 1 });
  });

  it.each([
    [{ action: 'load' }, 'REFUSED name-missing'],
    [{ action: 'load', name: 'gone' }, 'REFUSED no-such-workflow'],
    [{ action: 'load', name: 'winter', version: 9 }, 'REFUSED no-such-workflow'],
  ])('answers %j with %s', async (args, expected) => {
    const bench = await openOwnTools();
    await bench.use('workflow', saving);
    const { text, isError } = await bench.use('workflow', args);
    expect(isError).toBe(true);
    expect(text).toContain(expected);
  });

  it('refuses a name that is no file name', async () => {
    const bench = await openOwnTools();
    await expect(bench.use('workflow', { ...saving, name: '../x' })).rejects.toThrow();
  });
});
