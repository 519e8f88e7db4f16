import { describe, expect, it } from 'vitest';
import { onTerms, sharedOwners, standingOf } from '../../src/gate/standing.js';
import { budgetOf, openBench, type GateBench } from '../fixtures/gate-bench.js';

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
    const explored = await standingOf(ports, session, { phase: 'explore' });
    expect(explored.accounts.map(({ phase }) => phase)).toEqual([undefined, undefined]);
  });

  it('keeps stored limits beside what the config says of a budget', () => {
    const ref = { id: 'p', scope: 'project', subject: 'poster', limit: 5, phase: 'hero' } as const;
    const stored = { id: 'p', scope: 'project', subject: 'poster', limit: 3, spent: 1, held: 0 } as const;
    expect(onTerms([ref], [stored])).toEqual([{ ...stored, phase: 'hero', model: undefined }]);
  });

  it('is shared with the other projects of the client', () => {
    expect(sharedOwners({})).toEqual([]);
    expect(sharedOwners({ client: 'acme' })).toEqual([{ scope: 'client', subject: 'acme' }]);
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
