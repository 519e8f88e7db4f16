import { describe, expect, it } from 'vitest';
import { budgetView } from '../../src/dashboard/budget-view.js';

const credit = 1_000_000;
const account = { id: 'session:s_1', scope: 'session', subject: 's_1', spent: 30 * credit, held: 20 * credit } as const;

describe('budgetView', () => {
  it('is in credits, with what is left, what goes beyond the soft line, and how far it may be extended', () => {
    const lines = { limit: 100 * credit, soft: 40 * credit, extendTo: 150 * credit, phase: 'hero' } as const;
    expect(budgetView({ ...account, ...lines, resetsAt: 0 })).toMatchObject({
      ...{ limit: 100, soft: 40, spent: 30, held: 20, left: 50, drift: 10, mayExtendBy: 50 },
      ...{ title: 'session · hero', resetsAt: '1970-01-01T00:00:00.000Z' },
    });
  });

  it('has no limit where there is none, and can be extended only where the config allows it', () => {
    const open = { limit: null, soft: null, left: null, drift: 0, mayExtendBy: 0, resetsAt: null };
    expect(budgetView(account)).toMatchObject(open);
    expect(budgetView({ ...account, limit: 10 * credit }).mayExtendBy).toBe(0);
    expect(budgetView({ ...account, limit: 10 * credit, extendTo: 5 * credit }).mayExtendBy).toBe(0);
  });
});
