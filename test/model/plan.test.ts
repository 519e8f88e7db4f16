import { describe, expect, it } from 'vitest';
import { isPersonsWord, planStepSchema, shotName, type Acceptance } from '../../src/model/plan.js';

describe('a step of a plan', () => {
  it('is one version, one round and a concept where the agent says no more', () => {
    expect(planStepSchema.parse({ shot: 'hero', phase: 'explore', tool: 't' })).toEqual({
      shot: 'hero',
      phase: 'explore',
      tool: 't',
      purpose: 'concept',
      prompt: '',
      count: 1,
      rounds: 1,
      urgent: false,
      arguments: {},
    });
  });

  it.each([
    { count: 0 },
    { count: 65 },
    { count: 1.5 },
    { rounds: 0 },
    { phase: 'polish' },
    { shot: 'a/b' },
    { due: 'soon' },
    { urgent: 'very' },
  ])('is refused with %j', (change) => {
    expect(planStepSchema.safeParse({ shot: 'hero', phase: 'explore', tool: 't', ...change }).success).toBe(false);
  });
});

describe('the name of a shot', () => {
  it.each(['hero', 'Füchse-1', '鹿', 'a.b_c-d', 'x'.repeat(80)])('may be %s', (name) => {
    expect(shotName.safeParse(name).success).toBe(true);
  });

  it.each(['', '-a', '.hidden', 'a b', 'a/b', '../up', 'x'.repeat(81), 'a\n'])('may not be %j', (name) => {
    expect(shotName.safeParse(name).success).toBe(false);
  });
});

describe('the word of a person on a plan item', () => {
  it.each<[Acceptance, boolean]>([
    [{ state: 'accepted', by: 'person' }, true],
    [{ state: 'accepted', by: 'client' }, true],
    [{ state: 'accepted', by: 'relayed' }, false],
    [{ state: 'accepted', by: 'policy' }, false],
    [{ state: 'needs-yes', reasons: ['premium'] }, false],
    [{ state: 'denied', reason: 'too dear' }, false],
  ])('%j: %s', (acceptance, expected) => {
    expect(isPersonsWord({ acceptance })).toBe(expected);
  });
});
