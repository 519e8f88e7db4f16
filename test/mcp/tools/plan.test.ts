import { describe, expect, it } from 'vitest';
import { briefBody } from '../../fixtures/brief.js';
import { budgetOf, packOf, startAt } from '../../fixtures/gate-bench.js';
import { openOwnTools, type OwnToolBench } from '../../fixtures/own-tools.js';

const step = (changes: object = {}) => ({
  ...{ shot: 'fox', phase: 'explore', tool: 'studio_generate_image', prompt: 'a red fox' },
  ...changes,
});

async function briefed(limit = 1000): Promise<OwnToolBench> {
  const bench = await openOwnTools({ policy: { budgets: [budgetOf('session', limit)] } });
  await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
  return bench;
}

describe('the plan tool', () => {
  it('says when the balance renews, and what fits before and after', async () => {
    const month = { ...packOf(60), name: 'plan', renews: 'month' as const };
    const bench = await openOwnTools({ policy: { balances: [month] } });
    await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
    const steps = [step({ model: 'fine' }), step({ shot: 'hare', model: 'fine' })];
    const { text, structured } = await bench.use('plan', { steps });
    expect(text).toContain('Make now: fox/explore. Wait until 2026-12-01 for: hare/explore.');
    expect(structured).toMatchObject({ outlook: { balances: [{ left: 60, needed: 100, missing: 0 }] } });
  });

  it('prices a plan, says what is left and which items are accepted', async () => {
    const bench = await briefed();
    const { text, structured } = await bench.use('plan', { steps: [step(), step({ shot: 'hare', model: 'fine' })] });
    expect(text).toContain('version 1: 55 credits in all; 1,000 are left');
    expect(text).toContain(
      '- hare/explore: studio_generate_image (fine) × 1, 1 round(s) = 50 credits · accepted (policy)',
    );
    expect(structured).toMatchObject({
      status: 'stored',
      total: 55,
      items: [{ id: 'fox/explore' }, { id: 'hare/explore' }],
    });
  });

  it('advises on tiers while changing them costs nothing', async () => {
    const bench = await briefed();
    const steps = [step({ model: 'fine' }), step({ shot: 'hare', phase: 'hero', purpose: 'print' })];
    const { text, structured } = await bench.use('plan', { steps });
    expect(text).toContain(
      'fox/explore: standard in explore for concept is more than it is worth; draft (5 credits each) would do',
    );
    expect(text).toContain('hare/hero: budget is for drafts; what is for print should be made on standard at least');
    expect(structured).toMatchObject({
      advice: [
        { item: 'fox/explore', model: 'draft', credits: 5 },
        { item: 'hare/hero', lowest: 'standard', credits: null },
      ],
    });
  });

  it('shows when a step is due, and that it is urgent', async () => {
    const bench = await briefed();
    const due = { due: '2026-12-01', urgent: true };
    const { text, structured } = await bench.use('plan', {
      steps: [step(due), step({ ...due, shot: 'hare', count: 4 })],
    });
    expect(text).toContain('× 1, 1 round(s) = 5 credits, due 2026-12-01, urgent · accepted');
    expect(text).toContain("× 4 = 20 credits, due 2026-12-01, urgent · needs the person's yes");
    expect(structured).toMatchObject({ items: [due, due] });
    expect((await bench.use('plan', { steps: [step()] })).text).toContain('= 5 credits · accepted');
  });

  it('names the request that an item waits for', async () => {
    const bench = await briefed();
    const { text } = await bench.use('plan', { steps: [step({ phase: 'select', count: 4 })] });
    const [approval] = await bench.store.approvals('poster');
    expect(text).toContain(`needs the person's yes: batch (request ${approval?.id ?? '?'}`);
  });

  it('never says that an item of unknown price costs nothing', async () => {
    const bench = await briefed();
    const { text, structured } = await bench.use('plan', { steps: [step({ tool: 'other_make' })] });
    expect(text).toContain("× 1 = price not known · needs the person's yes: unknown-price");
    expect(structured).toMatchObject({ items: [{ unit: null, estimate: null }] });
  });

  it('says when a plan is dearer than what is left', async () => {
    const bench = await briefed(3);
    const { text } = await bench.use('plan', { steps: [step()] });
    expect(text).toMatch(/5 credits in all, more than the 3 (credits )?that are left/);
    expect(text).toContain('over-budget');
  });

  it('shows the plan in force without steps, or says that there is none', async () => {
    const bench = await briefed();
    expect(await bench.use('plan')).toMatchObject({
      isError: true,
      text: expect.stringContaining('There is no plan yet'),
    });
    await bench.use('plan', { steps: [step()] });
    const { text, structured } = await bench.use('plan');
    expect(text).toContain('version 1: 5 credits in all');
    expect(structured).toMatchObject({ status: 'shown', version: 1 });
  });

  it('says for each shot what is done and what is next', async () => {
    const bench = await briefed();
    await bench.use('plan', { steps: [step(), step({ phase: 'select' }), step({ shot: 'hare', model: 'best' })] });
    const take = await bench.make('a red fox', 'fox');
    expect((await bench.use('plan')).text).toContain(`Waiting for the person's word: fox/explore, ${take}.`);
    await bench.use('feedback', { take, verdict: 'approve' });
    const { text, structured } = await bench.use('plan');
    expect(text).toContain('Next: fox/select (approved: explore).');
    expect(text).toContain("Waiting for the person's yes: hare/explore.");
    expect(structured).toMatchObject({
      progress: [
        { shot: 'fox', done: ['explore'], state: 'open', next: 'fox/select' },
        { shot: 'hare', state: 'needs-yes' },
      ],
    });
  });

  it('tells all that is wrong with a plan, and stores nothing', async () => {
    const bench = await briefed();
    const steps = [step({ tool: 'gone' }), step({ shot: 'hare' }), step({ shot: 'hare' })];
    const { text, isError } = await bench.use('plan', { steps });
    expect(isError).toBe(true);
    expect(text).toContain('Step 1 (fox): no paid tool is called "gone"');
    expect(text).toContain('Step 3 (hare): hare/explore is planned twice');
    expect(await bench.store.latestPlan('poster')).toBeUndefined();
  });

  it('asks for a brief first', async () => {
    const bench = await openOwnTools();
    expect((await bench.use('plan', { steps: [step()] })).text).toMatch(/^REFUSED no-brief · .*`brainstorm`/);
  });
});
