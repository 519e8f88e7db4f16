import { describe, expect, it } from 'vitest';
import { isProblem, sessionFor } from '../../../src/gate/flow/desk.js';
import { openBench } from '../../fixtures/gate-bench.js';

describe('the session of a flow', () => {
  it('is the caller’s', async () => {
    const { desk, session } = await openBench();
    const found = await sessionFor(desk, undefined);
    expect(found).toMatchObject({ id: session.id });
    expect(isProblem(found)).toBe(false);
  });

  it('is a problem with its code when the handle is refused', async () => {
    const { desk } = await openBench();
    const found = await sessionFor(desk, 's_9');
    expect(found).toEqual({ problem: 'session-unknown', facts: { session: 's_9' } });
    expect(isProblem(found)).toBe(true);
  });
});
