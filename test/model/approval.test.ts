import { describe, expect, it } from 'vitest';
import { strengthNeeded } from '../../src/model/approval.js';

describe('the strength that an approval needs', () => {
  it.each([
    [[], 'client'],
    [['ask-above/above', 'unknown-price/unknown'], 'client'],
    [['ask-above/above', 'in-person/above'], 'person'],
    [['in-person'], 'person'],
    [['in-personal/above'], 'client'],
  ] as const)('for the reasons %j is %s', (reasons, strength) => {
    expect(strengthNeeded({ reasons })).toBe(strength);
  });
});
