import type { Plan, PlanItem } from '../model/plan.js';
import type { Session } from '../model/session.js';
import type { Store } from '../gate/store-port.js';
import { project, type Scenario } from './store-contract-kit.js';

/** Sessions, takes with their feedback, briefs, plans and workflow documents. */
export function workContract(scenario: Scenario): void {
  sessions(scenario);
  takes(scenario);
  outputs(scenario);
  projects(scenario);
  plans(scenario);
  workflows(scenario);
}

function session(change: Partial<Session> = {}): Session {
  return { id: 's_1', project, principal: 'ada', client: 'test', openedAt: 100, seenAt: 100, ...change };
}

function sessions(scenario: Scenario): void {
  scenario('a session is found by its handle and saved over itself', async ({ store, expect }) => {
    expect(await store.session('s_1')).toBeUndefined();
    await store.saveSession(session({ clientKey: 'chat-1' }));
    expect(await store.session('s_1')).toEqual(session({ clientKey: 'chat-1' }));
    await store.saveSession(session({ seenAt: 200, closedAt: 300 }));
    expect(await store.session('s_1')).toEqual(session({ seenAt: 200, closedAt: 300 }));
  });

  scenario('open sessions are those not closed and seen since, newest first', async ({ store, expect }) => {
    await store.saveSession(session({ id: 's_old', seenAt: 50 }));
    await store.saveSession(session({ id: 's_1' }));
    await store.saveSession(session({ id: 's_2', seenAt: 150 }));
    await store.saveSession(session({ id: 's_closed', seenAt: 160, closedAt: 170 }));
    await store.saveSession(session({ id: 's_other', project: 'other' }));
    await store.touchSession('s_1', 180);
    await store.touchSession('s_2', 10);
    expect((await store.openSessions(project, 50)).map(({ id, seenAt }) => [id, seenAt])).toEqual([
      ['s_1', 180],
      ['s_2', 150],
    ]);
  });

  scenario('two processes that start at once share one session', async ({ store, expect }) => {
    const opened = await Promise.all(
      ['s_1', 's_2', 's_3'].map((id) => store.openSession(session({ id, seenAt: 500 }), 100)),
    );
    expect(new Set(opened.map((each) => each.id)).size).toBe(1);
    expect((await store.openSessions(project, 0)).length).toBe(1);
  });

  scenario('opening touches the session in force and opens a new one when that is idle', async ({ store, expect }) => {
    await store.openSession(session(), 0);
    const again = await store.openSession(session({ id: 's_2', seenAt: 300 }), 50);
    expect(again).toEqual(session({ seenAt: 300 }));
    expect(await store.session('s_1')).toEqual(again);
    expect((await store.openSession(session({ id: 's_3', seenAt: 900 }), 400)).id).toBe('s_3');
  });

  scenario('a conversation of the client and another principal get sessions of their own', async (bench) => {
    const { store, expect } = bench;
    const open = async (change: Partial<Session>) => (await store.openSession(session(change), 0)).id;
    expect(await open({ id: 's_1', clientKey: 'chat-1' })).toBe('s_1');
    expect(await open({ id: 's_2', clientKey: 'chat-2' })).toBe('s_2');
    expect(await open({ id: 's_3', clientKey: 'chat-1' })).toBe('s_1');
    expect(await open({ id: 's_4', principal: 'bob' })).toBe('s_4');
    expect(await open({ id: 's_5', project: 'other' })).toBe('s_5');
  });
}

function takes(scenario: Scenario): void {
  scenario('takes come newest first, narrowed by what is asked', async (bench) => {
    const { store, expect } = bench;
    await bench.held({ take: { id: 'one', shot: 'a', promptKey: 'p', session: 's_1' } });
    await bench.held({ take: { id: 'two', shot: 'b', promptKey: 'p', session: 's_2', digest: 'd' } });
    await bench.held({ take: { id: 'three', shot: 'a', promptKey: 'q', session: 's_2' } });
    await bench.held({ take: { id: 'four', project: 'other' }, accounts: [] });
    const ids = async (query: object) => (await store.takes({ project, ...query })).map((take) => take.id);
    expect(await ids({})).toEqual(['three', 'two', 'one']);
    expect(await ids({ shot: 'a' })).toEqual(['three', 'one']);
    expect(await ids({ session: 's_2', promptKey: 'p' })).toEqual(['two']);
    expect(await ids({ digest: 'd' })).toEqual(['two']);
    expect(await ids({ state: 'held', limit: 2 })).toEqual(['three', 'two']);
  });

  scenario('a question without a limit brings 200 takes', async (bench) => {
    for (let count = 0; count < 201; count += 1) await bench.held({ amount: 0 });
    bench.expect((await bench.store.takes({ project })).length).toBe(200);
    bench.expect((await bench.store.takes({ project, limit: 500 })).length).toBe(201);
  });

  scenario('a take carries the latest feedback on it', async (bench) => {
    const { store, expect } = bench;
    const take = await bench.held();
    expect(take.feedback).toBeUndefined();
    const words = { keep: ['the fox'], change: ['warmer light'], remove: [], note: 'nearly' };
    const first = { ...words, verdict: 'refine', id: 'f_1', strength: 'relayed', at: 5 } as const;
    expect(await store.saveFeedback(take.id, first)).toEqual({ ...first, take: take.id });
    const second = { ...words, verdict: 'approve', id: 'f_2', strength: 'person', at: 5 } as const;
    await store.saveFeedback(take.id, second);
    expect((await store.take(take.id))?.feedback).toEqual({ ...second, take: take.id });
    const [listed] = await store.takes({ project });
    expect(listed?.feedback).toEqual({ ...second, take: take.id });
    expect((await bench.settle(take, { amount: 1 })).feedback).toEqual({ ...second, take: take.id });
    await expect(store.saveFeedback('t_unknown', { ...first, id: 'f_3' })).rejects.toThrow(/t_unknown/);
  });

  scenario('what was approved is found across the projects of one person, the newest word first', async (bench) => {
    const { store, expect } = bench;
    await store.saveSession(session({ id: 's_ada' }));
    await store.saveSession(session({ id: 's_ada_2', project: 'other' }));
    await store.saveSession(session({ id: 's_bob', principal: 'bob' }));
    const points = { keep: [], change: [], remove: [], note: '"verdict":"approve"' };
    const words = { ...points, strength: 'client' as const, at: 5 };
    let said = 0;
    const judged = async (id: string, on: string, inProject: string, ...verdicts: ('approve' | 'reject')[]) => {
      const take = await bench.held({ take: { id, session: on, project: inProject }, accounts: [] });
      for (const verdict of verdicts) {
        await store.saveFeedback(take.id, { ...words, verdict, id: `f_${String((said += 1))}` });
      }
    };
    await judged('one', 's_ada', project, 'approve');
    await judged('two', 's_ada_2', 'other', 'approve');
    await judged('three', 's_ada', project, 'reject');
    await judged('four', 's_bob', project, 'approve');
    await judged('five', 's_ada', project, 'approve', 'reject');
    await judged('six', 's_ada', project);
    await store.saveFeedback('one', { ...words, verdict: 'approve', id: 'f_9' });
    const ids = async (whose: string, limit = 9) => (await store.approvedTakes(whose, limit)).map(({ id }) => id);
    expect(await ids('ada')).toEqual(['one', 'two']);
    expect(await ids('ada', 1)).toEqual(['one']);
    expect(await ids('bob')).toEqual(['four']);
    expect(await ids('eve')).toEqual([]);
  });
}

function outputs(scenario: Scenario): void {
  scenario(
    'takes are found by an output: by its id, the beginning of it, or the address it came from',
    async (bench) => {
      const { store, expect } = bench;
      const id = 'ab12'.repeat(16);
      const asset = { id, path: '/out/100%_"fox".png', mimeType: 'image/png', bytes: 1 };
      const source = 'https://cdn.example/a_b%20c!.png?x="1"&y=2';
      await bench.settle(await bench.held({ take: { id: 'one' } }), { assets: [asset] });
      await bench.settle(await bench.held({ take: { id: 'two' } }), { assets: [{ ...asset, source }] });
      const other = { ...asset, id: `cd34${id.slice(4)}`, source: source.replace('_', 'x') };
      await bench.settle(await bench.held({ take: { id: 'three' } }), { assets: [other] });
      await bench.settle(await bench.held({ take: { id: 'four', project: 'other' }, accounts: [] }), {
        assets: [asset],
      });
      const ids = async (name: string) => (await store.takes({ project, asset: name })).map((take) => take.id);
      expect(await ids(id)).toEqual(['two', 'one']);
      expect(await ids(id.slice(0, 12))).toEqual(['two', 'one']);
      expect(await ids(source)).toEqual(['two']);
      expect(await ids(id.slice(2, 20))).toEqual([]);
      expect(await ids('%')).toEqual([]);
      expect(await ids('https://cdn.example/')).toEqual([]);
    },
  );
}

function projects(scenario: Scenario): void {
  scenario('every project is told with what it made, kept and paid for, the dearest first', async (bench) => {
    const { store, expect } = bench;
    expect(await store.projects()).toEqual([]);
    const kept = await bench.dispatched({ amount: 50 });
    await bench.settle(kept, { amount: 20 });
    const points = { keep: [], change: [], remove: [], note: '', strength: 'client' as const, at: 5 };
    await store.saveFeedback(kept.id, { ...points, id: 'f_1', verdict: 'reject' });
    await store.saveFeedback(kept.id, { ...points, id: 'f_2', verdict: 'approve' });
    await bench.settle(await bench.dispatched({ amount: 5 }), { amount: 0, outcome: 'unbilled' });
    await bench.held({ amount: 7 });
    await bench.settle(await bench.dispatched({ amount: 90, take: { project: 'other' } }), { amount: 90 });
    expect(await store.projects()).toEqual([
      { project: 'other', takes: 1, kept: 0, paid: 90, held: 0 },
      { project, takes: 1, kept: 1, paid: 20, held: 7 },
    ]);
  });
}

function item(id: string): PlanItem {
  return {
    ...{ id, shot: 'hero-image', phase: 'explore', purpose: 'concept', kind: 'image', server: 'studio' },
    ...{ tool: 'generate_image', tier: 'budget', prompt: 'A fox', count: 1, rounds: 1, audio: false, unit: 5 },
    acceptance: { state: 'needs-yes', reasons: ['batch'] },
  };
}

function plans(scenario: Scenario): void {
  scenario('every saved brief is a new version, and the highest is in force', async ({ store, expect }) => {
    expect(await store.latestBrief(project)).toBeUndefined();
    const body = {
      ...{ goal: 'sell', audience: 'all', tone: 'calm', constraints: ['A3'], chosen: 'one', why: 'clear' },
      directions: [{ name: 'one', idea: 'fox' }],
    };
    await store.saveBrief(project, 'b_1', body, 5);
    const second = await store.saveBrief(project, 'b_2', { ...body, tone: 'loud' }, 6);
    expect(second).toEqual({ ...body, tone: 'loud', id: 'b_2', project, version: 2, at: 6 });
    expect(await store.latestBrief(project)).toEqual(second);
    expect((await store.saveBrief('other', 'b_3', body, 7)).version).toBe(1);
  });

  scenario('an acceptance changes one item of the plan in force and nothing else', async ({ store, expect }) => {
    const body: Omit<Plan, 'id' | 'project' | 'version'> = {
      items: [item('a/explore'), item('b/explore')],
      total: 10,
      at: 5,
    };
    expect(await store.latestPlan(project)).toBeUndefined();
    await store.savePlan(project, 'p_1', body);
    const plan = await store.savePlan(project, 'p_2', body);
    expect(plan).toEqual({ ...body, id: 'p_2', project, version: 2 });
    const accepted = { state: 'accepted', by: 'person' } as const;
    expect(await store.acceptItem(project, 'p_2', 'a/explore', accepted)).toBe(true);
    expect(await store.latestPlan(project)).toEqual({
      ...plan,
      items: [{ ...item('a/explore'), acceptance: accepted }, item('b/explore')],
    });
    const before = await store.latestPlan(project);
    expect(await store.acceptItem(project, 'p_1', 'b/explore', accepted)).toBe(false);
    expect(await store.acceptItem(project, 'p_2', 'c/explore', accepted)).toBe(false);
    expect(await store.acceptItem('other', 'p_2', 'b/explore', accepted)).toBe(false);
    expect(await store.latestPlan(project)).toEqual(before);
  });
}

function workflows(scenario: Scenario): void {
  scenario('every saved workflow document is a new version of its name', async ({ store, expect }) => {
    const document: Parameters<Store['saveWorkflow']>[1] = {
      front: {
        ...{ name: 'poster-run', preferences: ['short'], structure: [], constraints: [] },
        ...{ models: {}, prompts: [], inputs: [], plan: [] },
      },
      ...{ body: '# One', state: 'accepted', at: 5 },
    };
    expect(await store.workflow('poster-run')).toBeUndefined();
    const first = await store.saveWorkflow(project, document);
    const second = await store.saveWorkflow('other', { ...document, body: '# Two', state: 'draft', at: 6 });
    const third = await store.saveWorkflow(project, { ...document, front: { ...document.front, name: 'a-run' } });
    expect(first).toEqual({ ...document, project, name: 'poster-run', version: 1 });
    expect(second.version).toBe(2);
    expect(await store.workflow('poster-run')).toEqual(second);
    expect(await store.workflow('poster-run', 1)).toEqual(first);
    expect(await store.workflow('poster-run', 3)).toBeUndefined();
    expect(await store.workflows()).toEqual([third, second]);
  });
}
