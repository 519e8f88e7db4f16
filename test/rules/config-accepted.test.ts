import { describe, expect, it } from 'vitest';
import type { LedgerMove } from '../../src/model/ledger-place.js';
import { configAccepted } from '../../src/rules/config-accepted.js';
import { contextOf, policyOf, requestOf } from '../fixtures/rule-input.js';

const check = (loosened: readonly string[], moved?: LedgerMove) =>
  configAccepted.check(requestOf(), contextOf({ policy: policyOf({ loosened, moved }) }));

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

  it('says from where to where the ledger went, before anything else', () => {
    const from = { store: 'sqlite', at: '/home/ada/data', project: 'poster' };
    const moved = { kind: 'moved', from, to: { store: 'memory', project: 'poster' }, settings: ['store'] } as const;
    expect(check(['store'], moved)).toEqual({
      rule: 'config-accepted',
      code: 'moved',
      facts: { settings: ['store'], from, to: { store: 'memory', project: 'poster' } },
    });
  });

  it('says which record it could not read', () => {
    const to = { store: 'memory', project: 'poster' };
    const unread = { kind: 'unread', record: '/r.json', why: 'EACCES', to, settings: ['data'] } as const;
    expect(check(['data'], unread)).toMatchObject({ code: 'unread', facts: { record: '/r.json', why: 'EACCES' } });
  });

  it('blocks by default: no agent can accept it', () => {
    expect(configAccepted.levels).toEqual({ loosened: 'block', moved: 'block', unread: 'block' });
  });
});
