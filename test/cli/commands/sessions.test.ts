import { expect, it } from 'vitest';
import { listSessions, sessionData } from '../../../src/cli/commands/sessions.js';
import { fakeDesk, openSession } from '../fake-desk.js';

it('lists open sessions', async () => {
  const desk = fakeDesk();
  expect((await listSessions(desk)).text).toBe('No session is open in poster.');
  await openSession(desk.store);
  const { text, data } = await listSessions(desk);
  expect(text).toMatch(/s_1 +me +test-client +2026-11-22 11:59 +2026-11-22 11:59/);
  expect(data).toMatchObject({ sessions: [{ session: 's_1', openedAt: '2026-11-22T11:59:00.000Z' }] });
});

it('keeps the client’s own key to itself', () => {
  const session = { id: 's_1', project: 'p', principal: 'me', client: 'c', clientKey: 'key', openedAt: 0, seenAt: 0 };
  expect(JSON.stringify(sessionData(session))).not.toContain('key');
});
