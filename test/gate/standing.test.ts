import { describe, expect, it } from 'vitest';
import { grantRefs, onTerms, pursesFor, sharedOwners, standingOf } from '../../src/gate/standing.js';
import { budgetOf, openBench, packOf, type GateBench } from '../fixtures/gate-bench.js';

const CREDIT = 1_000_000;
const fox = 'A red fox in fresh snow at dawn';
const boat = 'A fishing boat in a calm harbour, charcoal drawing';

const codesOf = async (bench: GateBench, ...call: Parameters<GateBench['run']>): Promise<string[]> => {
  const answer = await bench.run(...call);
  return answer.kind === 'refused' ? answer.verdict.findings.map(({ rule, code }) => `${rule}/${code}`) : [answer.kind];
};

describe('where the money of a session stands', () => {
  it('holds every budget with what it is for, and of a call only those that count it', async () => {
    const budgets = [budgetOf('session', 9), { ...budgetOf('project', 5), phase: 'hero' as const }];
    const { ports, session } = await openBench({ policy: { budgets } });
    const all = await standingOf(ports, session);
    expect(all.accounts.map(({ id, phase }) => [id, phase])).toEqual([
      ['session:s_1:none:all', undefined],
      ['project:poster:none:all/hero', 'hero'],
      ['project:poster:none:all', undefined],
    ]);
    const explored = await standingOf(ports, session, { server: 'studio', phase: 'explore' });
    expect(explored.accounts.map(({ phase }) => phase)).toEqual([undefined, undefined]);
  });

  it('keeps stored limits beside what the config says of a budget', () => {
    const ref = { id: 'p', scope: 'project', subject: 'poster', limit: 5, phase: 'hero' } as const;
    const stored = { id: 'p', scope: 'project', subject: 'poster', limit: 3, spent: 1, held: 0 } as const;
    expect(onTerms([ref], [stored])).toEqual([{ ...stored, phase: 'hero', model: undefined }]);
  });

  it('is shared with the other projects of the client', () => {
    expect(sharedOwners({})).toEqual([]);
    expect(sharedOwners({ client: 'acme', balances: [packOf(5)] })).toEqual([
      { scope: 'client', subject: 'acme' },
      { scope: 'grant', subject: '*' },
    ]);
  });
});

describe('a call', () => {
  it('is held in the budgets of its phase and model only', async () => {
    const budgets = [
      { ...budgetOf('project', 0), phase: 'hero' as const },
      { ...budgetOf('project', 5), model: 'draft' },
    ];
    const bench = await openBench({ policy: { budgets, levels: { 'vague-prompt': 'off' } } });
    expect(await codesOf(bench, fox, {}, { shot: 'fox', phase: 'hero' })).toContain('budget/hard');
    expect(await codesOf(bench, fox, {}, { shot: 'fox', phase: 'explore' })).toEqual(['done']);
    expect(await codesOf(bench, boat, {}, { shot: 'boat', phase: 'explore' })).toEqual(['budget/hard']);
    const spent = new Map((await bench.store.accountsOf('poster')).map((account) => [account.id, account.spent]));
    expect(spent.get('project:poster:none:all/hero')).toBe(0);
    expect(spent.get('project:poster:none:all@draft')).toBe(5 * CREDIT);
  });

  it('is stopped where another project of the client has spent the money, and says whose it was', async () => {
    const policy = { budgets: [budgetOf('client', 8)], client: 'acme', levels: { 'vague-prompt': 'off' } } as const;
    const poster = await openBench({ policy });
    const film = await openBench({ policy, caller: { project: 'film' }, ports: { store: poster.store } });
    expect(await codesOf(poster, fox)).toEqual(['done']);
    const answer = await film.run(boat);
    expect(answer).toMatchObject({
      kind: 'refused',
      verdict: { findings: [{ code: 'hard', facts: { scope: 'client', left: 3 * CREDIT } }] },
    });
  });
});

describe('a reserve', () => {
  it('stops a project at its line, which one of higher priority passes', async () => {
    const budgets = [{ ...budgetOf('client', 12), reserve: { high: 6 * CREDIT } }];
    const policy = { budgets, client: 'acme', levels: { 'vague-prompt': 'off' } } as const;
    let made = 1000;
    const poster = await openBench({ policy });
    const launch = {
      caller: { project: 'launch' },
      ports: { store: poster.store, newId: (prefix: string) => `${prefix}_${String((made += 1))}` },
    };
    const film = await openBench({ policy: { ...policy, priority: 'high' }, ...launch });
    expect(await codesOf(poster, fox)).toEqual(['done']);
    expect(await poster.run(boat)).toMatchObject({
      kind: 'refused',
      verdict: { findings: [{ code: 'hard', facts: { left: CREDIT, kept: 6 * CREDIT } }] },
    });
    expect(await codesOf(film, boat)).toEqual(['done']);
  });
});

describe('a balance', () => {
  const ofStudio = { ...packOf(8), name: 'studio-pack', server: 'studio' };

  it('adds up the grants of its purse, and counts only the calls that they pay for', async () => {
    const { ports, session, store } = await openBench({ policy: { balances: [packOf(100), ofStudio] } });
    const bought = { id: 'grant:studio:bonus:once', scope: 'grant', subject: 'studio' } as const;
    await store.limit(bought, { limit: 2 * CREDIT }, 'person');
    const { accounts, purses } = await standingOf(ports, session);
    const balances = accounts.filter(({ scope }) => scope === 'balance');
    expect(balances).toMatchObject([
      { id: 'balance:*', limit: 100 * CREDIT, notServers: ['studio'] },
      { id: 'balance:studio', limit: 10 * CREDIT, server: 'studio' },
    ]);
    expect(purses.get('studio')?.map(({ id }) => id)).toEqual([
      'grant:studio:bonus:once',
      'grant:studio:studio-pack:once',
    ]);
    const ofCall = await standingOf(ports, session, { server: 'studio', phase: 'explore' });
    expect(ofCall.accounts.filter(({ scope }) => scope === 'balance').map(({ subject }) => subject)).toEqual([
      'studio',
    ]);
  });

  it('is kept only where the config has one', () => {
    const balances = [ofStudio];
    expect(pursesFor({ balances })).toEqual(['studio']);
    expect(pursesFor({ balances }, 'other')).toEqual([]);
    expect(pursesFor({}, 'studio')).toEqual([]);
    expect(grantRefs({ balances }, '*', 0)).toEqual([]);
    expect(grantRefs({ balances }, 'studio', 0)).toMatchObject([{ limit: 8 * CREDIT }]);
  });

  it('stops a call that goes beyond it, although the budgets have room', async () => {
    const policy = {
      budgets: [budgetOf('session', 100)],
      balances: [ofStudio],
      levels: { 'vague-prompt': 'off' },
    } as const;
    const bench = await openBench({ policy });
    expect(await codesOf(bench, fox)).toEqual(['done']);
    expect(await codesOf(bench, boat)).toEqual(['budget/balance']);
    const [grant] = await bench.store.grants('studio', []);
    expect(grant).toMatchObject({ spent: 5 * CREDIT, held: 0 });
  });

  it('of which everything has lapsed pays for nothing', async () => {
    const lapsed = { ...ofStudio, expires: '2026-11-22' };
    const bench = await openBench({ policy: { balances: [lapsed], levels: { 'vague-prompt': 'off' } } });
    expect(await codesOf(bench, fox)).toEqual(['budget/balance']);
  });

  it('pays for as many calls at once as there is, and no more', async () => {
    const bench = await openBench({ policy: { balances: [packOf(12)], levels: { 'vague-prompt': 'off' } } });
    const prompts = [fox, boat, 'A lighthouse in a storm, oil painting', 'Two hares on a hill at noon, woodcut'];
    const answers = await Promise.all(prompts.map((prompt) => codesOf(bench, prompt)));
    expect(answers.filter(([code]) => code === 'done')).toHaveLength(2);
    expect((await bench.store.grants('*', []))[0]).toMatchObject({ spent: 10 * CREDIT, held: 0 });
  });
});
