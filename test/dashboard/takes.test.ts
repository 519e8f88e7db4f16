import { describe, expect, it } from 'vitest';
import type { TakeDetail, TakePage, Trouble } from '../../src/dashboard/api.js';
import { takeRoutes } from '../../src/dashboard/takes.js';
import type { Take } from '../../src/model/take.js';
import { takeOf } from '../fixtures/takes.js';
import { ask, openDashboard } from './bench.js';

const idsOf = (page: TakePage): string[] => page.takes.map(({ id }) => id);

async function withTakes(takes: readonly Take[]) {
  const { desk, picture } = await openDashboard();
  Object.assign(picture, { takes: async () => takes });
  const routes = takeRoutes(desk, picture);
  return async (query: string) => (await ask(routes, `/${query}`)).data as TakePage;
}

const prompts = ['a red fox', 'a grey fox', 'a hare', 'a red fox at dawn', 'an owl'];
const five = prompts.map((prompt, at) => takeOf({ id: `t_${at}`, prompt, shot: at < 2 ? 'cover' : 'back' }));

describe('the takes', () => {
  it('come page by page, each once, to the last', async () => {
    const get = await withTakes(five);
    const first = await get('?limit=2');
    const second = await get(`?limit=2&before=${String(first.next)}`);
    const third = await get(`?limit=2&before=${String(second.next)}`);
    expect([first, second, third].map(idsOf)).toEqual([['t_0', 't_1'], ['t_2', 't_3'], ['t_4']]);
    expect([first.total, third.next]).toEqual([5, null]);
  });

  it.each([
    ['?shot=cover', ['t_0', 't_1']],
    ['?q=RED', ['t_0', 't_3']],
    ['?q=hare&shot=cover', []],
    ['?verdict=none', ['t_0', 't_1', 't_2', 't_3', 't_4']],
    ['?verdict=approve', []],
    ['?state=released', []],
  ])('are narrowed by %s', async (query, ids) => {
    expect(idsOf(await (await withTakes(five))(query))).toEqual(ids);
  });

  it.each(['?limit=0', '?limit=1000', '?verdict=maybe', '?limit=x'])('are not asked for by %s', async (query) => {
    const { desk, picture } = await openDashboard();
    const { status, data } = await ask(takeRoutes(desk, picture), `/${query}`);
    expect([status, (data as Trouble).code]).toEqual([400, 'bad-request']);
  });
});

describe('one take', () => {
  it('stands beside the one before it on its shot, word by word', async () => {
    const { desk, picture, run } = await openDashboard();
    const first = await run('A red fox in fresh snow at dawn');
    if (first.kind !== 'done') throw new Error(first.kind);
    const routes = takeRoutes(desk, picture);
    await ask(routes, `/${first.take.id}/feedback`, { verdict: 'refine', note: 'grey, please' });
    const second = await run('A grey fox in fresh snow at dawn');
    if (second.kind !== 'done') throw new Error(second.kind);
    const { data } = await ask(routes, `/${second.take.id}`);
    const { previous } = data as TakeDetail;
    expect(previous?.take).toBe(first.take.id);
    expect(previous?.parts.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'out', text: 'red' },
      { kind: 'in', text: 'grey' },
    ]);
    expect(previous?.words).not.toBe('');
  });

  it('keeps a word of the person, and is seen with it at once', async () => {
    const { desk, picture, run } = await openDashboard();
    const made = await run('A red fox in fresh snow at dawn');
    if (made.kind !== 'done') throw new Error(made.kind);
    const routes = takeRoutes(desk, picture);
    const { data } = await ask(routes, `/${made.take.id}/feedback`, { verdict: 'approve', note: 'this one' });
    expect((data as TakeDetail).feedback).toEqual({ verdict: 'approve', note: 'this one', by: 'person' });
  });

  it('that is not there is not found, with or without a word', async () => {
    const { desk, picture } = await openDashboard();
    const routes = takeRoutes(desk, picture);
    expect((await ask(routes, '/t_none')).status).toBe(404);
    expect((await ask(routes, '/t_none/feedback', { verdict: 'approve' })).status).toBe(404);
  });

  it.each([
    { verdict: 'lock' },
    { verdict: 'approve', strength: 'person' },
    { verdict: 'approve', note: 'x'.repeat(2001) },
  ])('takes no word of another form', async (word) => {
    const { desk, picture } = await openDashboard({ giveFeedback: () => Promise.reject(new Error('given')) });
    expect((await ask(takeRoutes(desk, picture), '/t_1/feedback', word)).status).toBe(400);
  });
});
