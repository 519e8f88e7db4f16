import { describe, expect, it } from 'vitest';
import { briefBody } from '../../fixtures/brief.js';
import { startAt } from '../../fixtures/gate-bench.js';
import { openOwnTools, type OwnToolBench } from '../../fixtures/own-tools.js';

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

describe('a workflow document with inputs', () => {
  const document = {
    title: 'Foxes',
    inputs: [{ name: 'animal', description: 'who it shows', example: 'fox' }],
  };

  async function worked(): Promise<OwnToolBench> {
    const bench = await openOwnTools();
    await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
    const steps = [{ shot: 'fox', phase: 'explore', tool: 'studio_generate_image', prompt: 'a red fox' }];
    await bench.use('plan', { steps });
    const take = await bench.make('a red fox', 'fox');
    await bench.use('workflow', { action: 'save', name: 'early', document });
    await bench.use('feedback', { take, verdict: 'approve' });
    return bench;
  }

  it('is an app once its run was approved, and only then', async () => {
    const bench = await worked();
    expect((await bench.use('workflow')).text).toContain('early (version 1, draft): Foxes · needs inputs `animal`');
    const { text, structured } = await bench.use('workflow', { action: 'save', name: 'foxes', document });
    expect(text).toContain('It is an app now');
    expect(text).toContain('A new run needs `animal`: who it shows, as in “fox”.');
    expect(structured).toMatchObject({ status: 'saved', state: 'draft', app: true });
    expect((await bench.use('workflow')).text).toContain('an app: run it with inputs `animal`');
  });

  it('says what is missing for an app', async () => {
    const bench = await openOwnTools();
    const plan = [
      { shot: 'hare', phase: 'explore', tool: 'studio_generate_image', model: 'best', prompt: 'a {{mood}} fox' },
    ];
    const args = { action: 'save', name: 'foxes', document: { ...document, plan } };
    const { text, structured } = await bench.use('workflow', args);
    expect(text).toContain('The document holds a placeholder `mood` that is none of its inputs (animal).');
    expect(structured).toMatchObject({ app: false, unproven: { inputs: [{ input: 'mood', why: 'undeclared' }] } });
    const steady = { ...args, document: { ...document, plan: [{ ...plan[0], prompt: 'a fox' }] } };
    const { text: second } = await bench.use('workflow', steady);
    expect(second).toContain('Not approved in its last phase: hare. hare/explore is on premium; draft would do.');
  });

  it('never takes an agent’s word for a proven run', async () => {
    const bench = await openOwnTools();
    const proven = { project: 'poster', takes: 9, at: '2026-11-22T12:00:00.000Z' };
    const args = { action: 'save', name: 'foxes', document: { ...document, proven } };
    expect((await bench.use('workflow', args)).structured).toMatchObject({ app: false });
    expect((await bench.store.workflow('foxes'))?.front.proven).toBeUndefined();
  });

  it('is planned anew from its inputs', async () => {
    const bench = await worked();
    await bench.use('workflow', { action: 'save', name: 'foxes', document });
    const { text, structured } = await bench.use('workflow', { name: 'foxes', inputs: { animal: 'hare' } });
    expect(text).toContain('foxes (version 1, draft) is planned for these inputs: no trial and error');
    expect(text).toContain('- hare/explore: studio_generate_image (draft) × 1');
    expect(structured).toMatchObject({ status: 'stored', total: 5, workflow: { name: 'foxes', app: true } });
    const trial = await bench.use('workflow', { name: 'early', inputs: { animal: 'owl' } });
    expect(trial.text).toContain('as a trial');
  });

  it('asks for its inputs wherever it is used without them', async () => {
    const bench = await worked();
    await bench.use('workflow', { action: 'save', name: 'foxes', document });
    const { text, isError } = await bench.use('workflow', { action: 'run', name: 'foxes', inputs: { colour: 'red' } });
    expect(isError).toBe(true);
    expect(text).toContain('REFUSED bad-inputs · Nothing was stored. There is no input `colour`; there are animal.');
    expect(text).toContain('`animal` has no value (who it shows).');
    expect((await bench.use('plan', { workflow: 'foxes' })).text).toContain('REFUSED bad-inputs · Nothing was stored');
    const loaded = await bench.use('workflow', { action: 'load', name: 'foxes' });
    expect(loaded.text).toContain('A new run needs `animal`: who it shows');
    expect(loaded.structured).toMatchObject({ app: true, prefilled: null });
  });
});
