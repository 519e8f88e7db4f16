import { expect, it } from 'vitest';
import { pendingApprovals } from '../../../src/cli/commands/approvals.js';
import { askApproval, CREDIT, fakeDesk } from '../fake-desk.js';

it('lists what waits, oldest first, with price, reasons and time left', async () => {
  const desk = fakeDesk();
  await askApproval(desk.store);
  await askApproval(desk.store, { id: 'a_2', amount: 0, title: 'unpriced' });
  await askApproval(desk.store, { id: 'a_3', amount: CREDIT });
  await desk.store.decideApproval('a_3', { state: 'denied', strength: 'client' });
  const { text, data } = await pendingApprovals(desk);
  const [, first = '', second = ''] = text.split('\n');
  expect(first).toMatch(/^a_1 +call +studio.* 300 +ask-above\/above +15 min$/);
  expect(second).toMatch(/^a_2 .* \? /);
  expect(text).toContain('greenlight approve <id>');
  expect(data).toMatchObject({ project: 'poster', approvals: [{ id: 'a_1', credits: 300 }, { id: 'a_2' }] });
});

it('says when nothing waits', async () => {
  expect((await pendingApprovals(fakeDesk())).text).toBe('Nothing in poster waits for you.');
});
