import { expect, it } from 'vitest';
import { showStatus } from '../../../src/cli/commands/status.js';
import { lateSetting, passwordSetting } from '../../../src/approvals/person.js';
import { restingSetting } from '../../../src/guards.js';
import { askApproval, dispatchTake, fakeDesk, noon, openSession, takeInDoubtOf } from '../fake-desk.js';

it('says how things stand and where everything lies', async () => {
  const desk = fakeDesk({ config: { data: '/data', servers: { shop: { command: 'x' } } } });
  await openSession(desk.store);
  await askApproval(desk.store);
  await takeInDoubtOf(desk.store);
  const { text, data } = await showStatus(desk);
  expect(text).toContain('poster (enforce)');
  expect(text).toContain('1 for your yes or no');
  expect(text).toContain('1 takes: `greenlight takes --state in_doubt`');
  expect(text).toContain('not set: `greenlight password set`');
  expect(data).toMatchObject({
    servers: ['shop'],
    password: 'none',
    sessions: [{ session: 's_1' }],
    approvals: [{ id: 'a_1' }],
    inDoubt: [{ take: 't_1' }],
    paths: { config: '/project/greenlight.json', data: '/data' },
  });
});

it('tells of takes that wait for a job at their provider', async () => {
  const desk = fakeDesk();
  expect((await showStatus(desk)).text).toMatch(/jobs +none\n/);
  await dispatchTake(desk.store);
  const quote = { status: 'exact', amount: 1, upper: 1, source: 'book' } as const;
  await desk.store.noteJob('t_1', { id: 'j-1', quote });
  const { text, data } = await showStatus(desk);
  expect(text).toContain('1 takes wait for a provider: `greenlight reconcile` asks');
  expect(data).toMatchObject({ jobs: [{ take: 't_1', job: 'j-1' }] });
});

it.each([
  ['', 'set', /password +set\n/],
  ['2026-11-22T12:00:00Z', 'late', /password +set late, not confirmed/],
])('knows a password with the mark "%s" as %s', async (late, state, words) => {
  const desk = fakeDesk();
  await desk.store.saveSetting(passwordSetting, 'scrypt$00$00');
  await desk.store.saveSetting(lateSetting, late);
  const { text, data } = await showStatus(desk);
  expect(data).toMatchObject({ password: state });
  expect(text).toMatch(words);
});

it('says which servers are left alone, until their rest is over', async () => {
  const desk = fakeDesk({ config: { data: '/data', servers: { shop: { command: 'x' }, other: { command: 'y' } } } });
  const rest = (seconds: number): string => JSON.stringify({ until: noon + seconds * 1000, why: 'it ended' });
  await desk.store.saveSetting(restingSetting('shop'), rest(12));
  await desk.store.saveSetting(restingSetting('other'), rest(-1));
  const { text, data } = await showStatus(desk);
  expect(text).toMatch(/resting +shop \(12 s: it ended\)\n/);
  expect(data).toMatchObject({ resting: [{ server: 'shop', seconds: 12 }], heldBack: [] });
});
