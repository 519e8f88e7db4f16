import { describe, expect, it } from 'vitest';
import type { BudgetView } from '../../../src/dashboard/api.js';
import { meterParts } from '../../../src/dashboard/page/meter-parts.js';
import { fakeProject } from '../fake-project.js';

const [some] = fakeProject(1).now.budgets;

function partsOf(changes: Partial<BudgetView>) {
  if (some === undefined) throw new Error('a budget');
  return meterParts({ ...some, soft: null, ...changes });
}

describe('the bar of a budget', () => {
  it('is as long as the limit', () => {
    expect(partsOf({ limit: 200, soft: 160, spent: 50, held: 20 })).toEqual({
      ...{ spent: 0.25, held: 0.1, soft: 0.8, level: 'calm' },
    });
  });

  it('warns from the soft limit on, or near the end where there is none', () => {
    expect(partsOf({ limit: 100, soft: 50, spent: 50, held: 0 }).level).toBe('near');
    expect(partsOf({ limit: 100, spent: 80, held: 4 }).level).toBe('calm');
    expect(partsOf({ limit: 100, spent: 80, held: 5 }).level).toBe('near');
  });

  it('never leaves its ground when the limit is overrun, and says so', () => {
    expect(partsOf({ limit: 100, spent: 150, held: 50 })).toEqual({
      spent: 0.75,
      held: 0.25,
      soft: null,
      level: 'over',
    });
  });

  it('is empty without limit and use, and full of use without limit', () => {
    expect(partsOf({ limit: null, spent: 0, held: 0 })).toMatchObject({ spent: 0, held: 0, level: 'calm' });
    expect(partsOf({ limit: null, spent: 30, held: 10 })).toMatchObject({ spent: 0.75, held: 0.25, level: 'calm' });
    expect(partsOf({ limit: 0, spent: 0, held: 0 }).level).toBe('calm');
  });
});
