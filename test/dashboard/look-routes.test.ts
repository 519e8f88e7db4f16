import { describe, expect, it } from 'vitest';
import type { Board, LedgerPage, Money } from '../../src/dashboard/api.js';
import { lookRoutes } from '../../src/dashboard/look-routes.js';
import { ask, openDashboard } from './bench.js';

async function spent() {
  const bench = await openDashboard();
  const made = await bench.run('A red fox in fresh snow at dawn');
  if (made.kind !== 'done') throw new Error(made.kind);
  return { ...bench, routes: lookRoutes(bench.desk, bench.picture), take: made.take };
}

describe('what is only looked at', () => {
  it('adds up to what was paid, by phase, model, shot and day', async () => {
    const { routes } = await spent();
    const money: Money = (await ask(routes, '/money')).data;
    expect(money).toMatchObject({ spent: 5, kept: 0, perKept: null, planned: null });
    for (const slices of [money.byPhase, money.byModel, money.byShot]) {
      expect(slices.reduce((sum, { credits }) => sum + credits, 0)).toBe(5);
    }
    expect(money.burn).toMatchObject([{ spent: 5, total: 5 }]);
  });

  it('has every movement of the ledger, newest first, narrowed and page by page', async () => {
    const { routes, take } = await spent();
    const all: LedgerPage = (await ask(routes, '/ledger')).data;
    expect(all.rows.map(({ seq }) => seq)).toEqual(all.rows.map(({ seq }) => seq).sort((a, b) => b - a));
    expect(all.rows.reduce((sum, { held }) => sum + held, 0)).toBe(0);
    const posts: LedgerPage = (await ask(routes, '/ledger?kind=post')).data;
    expect(posts.rows.length).toBeGreaterThan(0);
    expect(new Set(posts.rows.map(({ kind, shot }) => `${kind} ${String(shot)}`))).toEqual(
      new Set([`post ${take.shot}`]),
    );
    const one: LedgerPage = (await ask(routes, '/ledger?limit=1')).data;
    const next: LedgerPage = (await ask(routes, `/ledger?limit=1&before=${String(one.next)}`)).data;
    expect([...one.rows, ...next.rows]).toEqual(all.rows.slice(0, 2));
    expect((await ask(routes, '/ledger?kind=gift')).status).toBe(400);
  });

  it('can be taken along as a table, with the same filters', async () => {
    const { routes } = await spent();
    const response = await routes.request('/ledger.csv?kind=post');
    expect(response.headers.get('content-disposition')).toContain('poster-ledger.csv');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('seq,at,kind,account,take,shot,held,spent,who');
    expect(lines.slice(1).every((line) => line.includes(',post,'))).toBe(true);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('has the shots on the board', async () => {
    const { routes, take } = await spent();
    const board: Board = (await ask(routes, '/board')).data;
    expect(board.shots.map(({ shot }) => shot)).toEqual([take.shot]);
  });
});
