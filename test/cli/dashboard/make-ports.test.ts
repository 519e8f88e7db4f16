import { describe, expect, it } from 'vitest';
import { dashboardPorts } from '../../../src/cli/dashboard/make-ports.js';
import { feedbackSchema } from '../../../src/model/feedback.js';
import { CREDIT, dispatchTake, settleTake } from '../fake-desk.js';
import { openRoom } from './kit.js';

const budgets = [{ scope: 'project' as const, limit: 100, soft: 80, onDemand: { limit: 50 } }];
const word = feedbackSchema.parse({ verdict: 'approve' });

describe('dashboardPorts', () => {
  it('know the password as the commands do', async () => {
    const { person } = dashboardPorts(openRoom());
    expect(await person.state()).toBe('none');
    expect(await person.setFirst('short')).toMatchObject({ problem: 'password-short' });
    expect(await person.setFirst('open sesame')).toBeUndefined();
    expect([await person.state(), await person.verify('open sesame')]).toEqual(['set', true]);
    expect(await person.setFirst('open sesame')).toMatchObject({ problem: 'password-exists' });
  });

  it('extend a budget within its cap only, tighten it freely, and note who it was', async () => {
    const room = openRoom({ budgets });
    const ports = dashboardPorts(room);
    const [account] = (await ports.budgets()).filter(({ limit }) => limit !== undefined);
    const id = account?.id ?? '';
    expect(await ports.setLimit(id, 151 * CREDIT, 'person')).toMatchObject({ problem: 'extend-capped' });
    expect(await ports.setLimit(id, 150 * CREDIT, 'person')).toBeUndefined();
    expect(await ports.setLimit(id, 40 * CREDIT, 'person')).toBeUndefined();
    expect((await ports.budgets()).find((each) => each.id === id)).toMatchObject({
      limit: 40 * CREDIT,
      soft: 40 * CREDIT,
    });
    const changes = (await room.store.entries('poster')).filter(({ kind }) => kind === 'limit');
    expect(changes.map(({ note }) => note['who'])).toEqual(['person', 'person']);
    expect(await ports.setLimit('made-up', 1, 'person')).toMatchObject({ problem: 'no-such-budget' });
  });

  it('do not extend a budget that the config does not let grow', async () => {
    const ports = dashboardPorts(openRoom({ budgets: [{ scope: 'project', limit: 100 }] }));
    const account = (await ports.budgets()).find(({ limit }) => limit !== undefined);
    expect(await ports.setLimit(account?.id ?? '', 101 * CREDIT, 'person')).toMatchObject({ problem: 'extend-off' });
  });

  it('keep a word on a take of this project, as strong as it is', async () => {
    const room = openRoom();
    const ports = dashboardPorts(room);
    await dispatchTake(room.store);
    expect(await ports.giveFeedback('t_1', word, 'person')).toMatchObject({ problem: 'take-not-done' });
    await settleTake(room.store, 't_1');
    expect(await ports.giveFeedback('t_1', word, 'person')).toBeUndefined();
    expect((await room.store.take('t_1'))?.feedback).toMatchObject({ verdict: 'approve', strength: 'person' });
    expect(await ports.giveFeedback('t_2', word, 'person')).toMatchObject({ problem: 'no-such-take' });
    expect(await ports.report()).toMatchObject({ takes: 1, kept: 1 });
  });
});
