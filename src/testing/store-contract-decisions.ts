import type { Approval } from '../model/approval.js';
import type { Remark, Store } from '../gate/store-port.js';
import { project, type Bench, type Scenario } from './store-contract-kit.js';

/** Approvals, remarks with their nudges, what was spent since a person was there, and settings. */
export function decisionContract(scenario: Scenario): void {
  approving(scenario);
  consuming(scenario);
  remarking(scenario);
  counting(scenario);
  keeping(scenario);
}

function asked(bench: Bench, change: Partial<Approval> = {}): Approval {
  return {
    ...{ id: 'a_1', project, session: 's_1', subject: 'call', digest: 'd-1', title: 'One image', detail: '{}' },
    ...{ amount: 10, reasons: ['above the line'], state: 'pending', at: bench.clock.now },
    expiresAt: bench.clock.now + 60_000,
    ...change,
  };
}

async function approved(bench: Bench, change: Partial<Approval> = {}): Promise<Approval | undefined> {
  const { id } = await bench.store.openApproval(asked(bench, change));
  return bench.store.decideApproval(id, { state: 'approved', strength: 'person' });
}

function approving(scenario: Scenario): void {
  scenario('the same question is asked once while it is open', async (bench) => {
    const { store, expect } = bench;
    const first = await store.openApproval(asked(bench));
    expect(first).toEqual(asked(bench));
    expect(await store.openApproval(asked(bench, { id: 'a_2' }))).toEqual(first);
    expect((await store.openApproval(asked(bench, { id: 'a_3', digest: 'd-2' }))).id).toBe('a_3');
    expect((await store.openApproval(asked(bench, { id: 'a_4', project: 'other' }))).id).toBe('a_4');
    expect((await store.approvals(project)).map((each) => each.id)).toEqual(['a_3', 'a_1']);
    expect(await store.approval('a_2')).toBeUndefined();
  });

  scenario('a yes is given once and found by the digest', async (bench) => {
    const { store, expect } = bench;
    await store.openApproval(asked(bench));
    expect(await store.approvedFor(project, 'd-1')).toBeUndefined();
    const yes = await store.decideApproval('a_1', { state: 'approved', strength: 'person', note: 'go' });
    expect(yes).toEqual(asked(bench, { state: 'approved', strength: 'person', note: 'go' }));
    expect(await store.decideApproval('a_1', { state: 'denied', strength: 'person' })).toBeUndefined();
    expect(await store.approvedFor(project, 'd-1')).toEqual(yes);
    expect(await store.approvedFor('other', 'd-1')).toBeUndefined();
    expect((await store.openApproval(asked(bench, { id: 'a_2' }))).id).toBe('a_1');
  });

  scenario('a no is final for that question, and a new one may be asked', async (bench) => {
    const { store, expect } = bench;
    await store.openApproval(asked(bench));
    await store.decideApproval('a_1', { state: 'denied', strength: 'client' });
    expect(await store.approvedFor(project, 'd-1')).toBeUndefined();
    expect((await store.openApproval(asked(bench, { id: 'a_2' }))).id).toBe('a_2');
    expect((await store.approvals(project, 'denied')).map((each) => each.id)).toEqual(['a_1']);
  });

  scenario('a no is found by the digest, for as long as its question would have lived', async (bench) => {
    const { store, expect, clock } = bench;
    await store.openApproval(asked(bench));
    expect(await store.deniedFor(project, 'd-1')).toBeUndefined();
    const no = await store.decideApproval('a_1', { state: 'denied', strength: 'person', note: 'too dear' });
    expect(await store.deniedFor(project, 'd-1')).toEqual(no);
    expect(await store.deniedFor(project, 'd-2')).toBeUndefined();
    expect(await store.deniedFor('other', 'd-1')).toBeUndefined();
    clock.now += 60_000;
    expect(await store.deniedFor(project, 'd-1')).toBeUndefined();
  });

  scenario('questions and answers run out by the clock of the store', async (bench) => {
    const { store, expect, clock } = bench;
    await store.openApproval(asked(bench));
    await approved(bench, { id: 'a_2', digest: 'd-2' });
    clock.now += 60_000;
    expect((await store.approval('a_1'))?.state).toBe('expired');
    expect((await store.approvals(project, 'expired')).map((each) => each.id)).toEqual(['a_2', 'a_1']);
    expect(await store.approvals(project, 'pending')).toEqual([]);
    expect(await store.decideApproval('a_1', { state: 'approved', strength: 'person' })).toBeUndefined();
    expect(await store.approvedFor(project, 'd-2')).toBeUndefined();
    expect((await store.openApproval(asked(bench, { id: 'a_3' }))).id).toBe('a_3');
  });
}

function consuming(scenario: Scenario): void {
  scenario('a hold consumes its approval, and the next one finds it gone', async (bench) => {
    const { store, expect } = bench;
    await approved(bench);
    await bench.held({ approval: 'a_1' });
    expect((await store.approval('a_1'))?.state).toBe('consumed');
    expect(await store.approvedFor(project, 'd-1')).toBeUndefined();
    expect(await bench.hold({ approval: 'a_1' })).toEqual({ kind: 'approval-gone' });
    expect((await store.openApproval(asked(bench, { id: 'a_2' }))).id).toBe('a_2');
  });

  scenario('a hold that is refused leaves the approval as it was', async (bench) => {
    await approved(bench);
    const tight = { id: 'project:poster:tight', scope: 'project', subject: project, limit: 1 } as const;
    const outcome = await bench.hold({ approval: 'a_1', accounts: [tight] });
    bench.expect(outcome.kind).toBe('over');
    bench.expect((await bench.store.approval('a_1'))?.state).toBe('approved');
  });

  scenario(
    'an approval that is pending, denied, expired, unknown or of another project opens nothing',
    async (bench) => {
      const { store, expect, clock } = bench;
      const gone = async (approval: string) =>
        expect(await bench.hold({ approval })).toEqual({ kind: 'approval-gone' });
      await store.openApproval(asked(bench));
      await gone('a_1');
      await store.decideApproval('a_1', { state: 'denied', strength: 'person' });
      await gone('a_1');
      await gone('a_unknown');
      await approved(bench, { id: 'a_2', project: 'other' });
      await gone('a_2');
      await approved(bench, { id: 'a_3' });
      clock.now += 60_000;
      await gone('a_3');
      expect(await store.takes({ project })).toEqual([]);
    },
  );

  scenario('of two holds on one approval at once one passes', async (bench) => {
    await approved(bench);
    const tries = ['one', 'two'].map((name) => bench.hold({ approval: 'a_1', take: { shot: name, promptKey: name } }));
    const kinds = (await Promise.all(tries)).map((outcome) => outcome.kind).sort();
    bench.expect(kinds).toEqual(['approval-gone', 'held']);
  });
}

function said(change: Partial<Remark> = {}): Remark {
  return {
    ...{ at: 1, project, session: 's_1', shot: 'hero-image', phase: 'explore', digest: 'd', promptKey: 'k' },
    ...{ prompt: 'A fox', tool: 'generate_image', kind: 'image', tier: 'budget', outcome: 'nudge' },
    asked: 40,
    findings: [{ rule: 'vague-prompt', code: 'no-light', level: 'nudge' }],
    ...change,
  };
}

function remarking(scenario: Scenario): void {
  scenario('remarks come back oldest first', async (bench) => {
    const { store, expect } = bench;
    await store.remark(said());
    await store.remark(said({ outcome: 'allow', passed: 10, take: 't_1' }));
    await store.remark(said({ project: 'other' }));
    expect(await store.remarks(project)).toEqual([said(), said({ outcome: 'allow', passed: 10, take: 't_1' })]);
  });

  scenario('a nudge is open until the place answers it', async (bench) => {
    const { store, expect } = bench;
    const open = (shot = 'hero-image', phase = 'explore') => store.openNudge(project, shot, phase);
    expect(await open()).toBeUndefined();
    await store.remark(said({ at: 1 }));
    await store.remark(said({ at: 2 }));
    await store.remark(said({ at: 3, outcome: 'block' }));
    await store.remark(said({ at: 4, shot: 'other', because: 'another shot' }));
    expect((await open())?.at).toBe(2);
    expect(await open('hero-image', 'hero')).toBeUndefined();
    await store.remark(said({ at: 5, outcome: 'allow', because: 'softer light' }));
    expect(await open()).toBeUndefined();
    await store.remark(said({ at: 6, because: 'still the same' }));
    expect((await open())?.at).toBe(6);
  });

  scenario('a glance tells in little what there is at a place', async (bench) => {
    const { store, expect } = bench;
    const at = { project, shot: 'hero-image', phase: 'explore', promptKey: 'fox snow', digest: 'd-1' };
    const nothing = { shotVersion: 0, promptKeyCount: 0, hasEqual: false, hasNudge: false };
    expect(await store.glance(at)).toEqual(nothing);
    const take = await bench.held({ take: { digest: 'd-1' } });
    await store.remark(said());
    const shotVersion = await store.shotVersion(project, 'hero-image');
    expect(await store.glance(at)).toEqual({ shotVersion, promptKeyCount: 1, hasEqual: true, hasNudge: true });
    expect(await store.glance({ ...at, project: 'other' })).toEqual(nothing);
    expect(await store.glance({ ...at, shot: 'unseen' })).toMatchObject({ shotVersion: 0, hasNudge: false });
    expect(await store.glance({ ...at, phase: 'hero' })).toMatchObject({ hasEqual: true, hasNudge: false });
    await bench.settle(take, { amount: 0, outcome: 'unbilled' });
    expect(await store.glance(at)).toMatchObject({ promptKeyCount: 0, hasEqual: true });
  });

  scenario('a take at the place answers its nudge', async (bench) => {
    await bench.store.remark(said());
    await bench.held({ remark: said({ outcome: 'allow' }) });
    bench.expect(await bench.store.openNudge(project, 'hero-image', 'explore')).toBeUndefined();
  });
}

async function word(store: Store, take: string, strength: 'relayed' | 'client', id: string): Promise<void> {
  await store.saveFeedback(take, {
    ...{ verdict: 'approve', keep: [], change: [], remove: [], note: '' },
    ...{ id, strength, at: 1 },
  });
}

function counting(scenario: Scenario): void {
  scenario('spending counts since a person was last there', async (bench) => {
    const { store, expect } = bench;
    expect(await store.sinceYes(project)).toBe(0);
    const first = await bench.dispatched({ amount: 10 });
    await bench.settle(first, { amount: 7 });
    await bench.settle(await bench.held({ amount: 50 }), { amount: 0, outcome: 'unbilled' });
    await bench.held({ amount: 5 });
    expect(await store.sinceYes(project)).toBe(12);
    await word(store, first.id, 'relayed', 'f_1');
    expect(await store.sinceYes(project)).toBe(12);
    await word(store, first.id, 'client', 'f_2');
    expect(await store.sinceYes(project)).toBe(0);
    await bench.held({ amount: 3 });
    expect(await store.sinceYes(project)).toBe(3);
    await approved(bench);
    expect(await store.sinceYes(project)).toBe(0);
    await bench.held({ amount: 2, approval: 'a_1' });
    expect(await store.sinceYes(project)).toBe(2);
    expect(await store.sinceYes('other')).toBe(0);
  });

  scenario('spending on plan items that had their yes does not count', async (bench) => {
    const { store, expect } = bench;
    await bench.held({ amount: 1 });
    await bench.held({ amount: 20, take: { item: 'hero-image/explore' } });
    await bench.settle(await bench.held({ amount: 300, take: { item: 'hero-image/hero' } }), { amount: 200 });
    expect(await store.sinceYes(project)).toBe(221);
    expect(await store.sinceYes(project, ['hero-image/hero'])).toBe(21);
    expect(await store.sinceYes(project, ['hero-image/hero', 'hero-image/explore'])).toBe(1);
    await bench.held({ amount: 3 });
    expect(await store.sinceYes(project, ['hero-image/hero'])).toBe(24);
    const below = (atMost: number): object => ({ below: { sinceYes: { atMost, except: ['hero-image/hero'] } } });
    expect(await bench.hold(below(23))).toEqual({ kind: 'stale' });
    expect((await bench.hold(below(24))).kind).toBe('held');
  });

  scenario('a no and a relayed yes do not count as a yes', async (bench) => {
    const { store, expect } = bench;
    await bench.held({ amount: 5 });
    await store.openApproval(asked(bench));
    await store.decideApproval('a_1', { state: 'denied', strength: 'person' });
    await store.openApproval(asked(bench, { id: 'a_2' }));
    await store.decideApproval('a_2', { state: 'approved', strength: 'relayed' });
    expect(await store.sinceYes(project)).toBe(5);
  });

  scenario('spending without a plan item counts from a time on', async (bench) => {
    const { store, expect, clock } = bench;
    await bench.held({ amount: 1 });
    clock.now += 1000;
    const from = clock.now;
    await bench.settle(await bench.held({ amount: 10 }), { amount: 4 });
    await bench.held({ amount: 20 });
    await bench.held({ amount: 40, take: { item: 'hero-image/explore' } });
    expect(await store.quickSpent(project, from)).toBe(24);
    expect(await store.quickSpent('other', from)).toBe(0);
  });
}

function keeping(scenario: Scenario): void {
  scenario('settings are kept by key', async ({ store, expect }) => {
    expect(await store.setting('password')).toBeUndefined();
    await store.saveSetting('password', 'one');
    await store.saveSetting('password', 'two');
    expect(await store.setting('password')).toBe('two');
  });

  scenario(
    'a setting that is kept once stays what it was, and settings are found by how their keys begin',
    async (bench) => {
      const { store, expect } = bench;
      const tries = ['one', 'two', 'three'].map((value) => store.keepSettings(new Map([['pin:b', value]])));
      const kept = (await Promise.all(tries)).map((values) => values.get('pin:b') ?? '');
      expect(new Set(kept).size).toBe(1);
      expect(await store.setting('pin:b')).toBe(kept[0]);
      await store.saveSetting('pin:a%', 'other');
      await store.saveSetting('pinned', 'not this');
      expect([...(await store.settings('pin:'))]).toEqual([
        ['pin:a%', 'other'],
        ['pin:b', kept[0]],
      ]);
      expect([...(await store.settings('pin:a%'))]).toEqual([['pin:a%', 'other']]);
      expect((await store.settings('nothing')).size).toBe(0);
    },
  );
}
