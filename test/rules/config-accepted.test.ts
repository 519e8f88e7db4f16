import { describe, expect, it } from 'vitest';
import { configAccepted } from '../../src/rules/config-accepted.js';
import { contextOf, policyOf, requestOf } from '../fixtures/rule-input.js';

const check = (loosened: readonly string[]) =>
  configAccepted.check(requestOf(), contextOf({ policy: policyOf({ loosened }) }));

describe('the rule on a loosened config', () => {
  it('stops a call while settings allow more than was accepted, and names them', () => {
    expect(check(['mode', 'ask.above'])).toEqual({
      rule: 'config-accepted',
      code: 'loosened',
      facts: { settings: ['mode', 'ask.above'] },
    });
  });

  it('has nothing to say of a config that was accepted', () => {
    expect(check([])).toBeUndefined();
  });

  it('blocks by default: no agent can accept it', () => {
    expect(configAccepted.levels).toEqual({ loosened: 'block' });
  });
});
