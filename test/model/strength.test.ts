import { describe, expect, it } from 'vitest';
import { atLeast, strengths } from '../../src/model/strength.js';

describe('how sure we are that a person said it', () => {
  it.each([
    ['relayed', 'client', false],
    ['client', 'client', true],
    ['person', 'client', true],
    ['client', 'person', false],
    ['relayed', 'relayed', true],
  ] as const)('%s for %s: %s', (given, needed, expected) => {
    expect(atLeast(given, needed)).toBe(expected);
  });

  it('grows from the agent’s word to the person’s own', () => {
    expect(strengths).toEqual(['relayed', 'client', 'person']);
  });
});
