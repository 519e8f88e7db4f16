import { describe, expect, it } from 'vitest';
import { untilAccepted } from '../../src/gate/until-accepted.js';
import { policyOf } from '../fixtures/rule-input.js';

describe('a policy whose config waits to be accepted', () => {
  it('is what it was where nothing was loosened', () => {
    const policy = policyOf({ mode: 'off', levels: { 'config-accepted': 'off' } });
    expect(untilAccepted(policy, [])).toEqual({ ...policy, loosened: [] });
  });

  it.each(['off', 'shadow'] as const)('judges although the change says mode %s', (mode) => {
    expect(untilAccepted(policyOf({ mode }), ['mode'])).toMatchObject({ mode: 'enforce', loosened: ['mode'] });
  });

  it('keeps a mode that was accepted, or given on the command line', () => {
    expect(untilAccepted(policyOf({ mode: 'shadow' }), ['ask.above']).mode).toBe('shadow');
  });

  it('has its holding rule at its own level although the change switched it off, for every shot', () => {
    const levels = { 'config-accepted': 'off', 'config-accepted/loosened': 'note', rerun: 'note' } as const;
    const policy = policyOf({ levels, shots: { cover: { ...levels } } });
    const settings = Object.keys(levels).flatMap((key) => [`rules.${key}`, `shots.cover.rules.${key}`]);
    const held = untilAccepted(policy, settings);
    expect([held.levels, held.shots]).toEqual([{ rerun: 'note' }, { cover: { rerun: 'note' } }]);
  });

  it('keeps the level of its holding rule that was accepted before', () => {
    const levels = { 'config-accepted': 'note' } as const;
    expect(untilAccepted(policyOf({ levels }), ['ask.above']).levels).toEqual(levels);
  });

  it('judges by the usual levels where the ledger is another one: what was accepted is known to the first one only', () => {
    const levels = { 'config-accepted': 'off', rerun: 'note' } as const;
    const policy = policyOf({ mode: 'off', levels, shots: { cover: { ...levels } } });
    const place = { store: 'sqlite', at: '/data', project: 'poster' };
    const to = { store: 'memory', project: 'poster' };
    const moved = { kind: 'moved', from: place, to, settings: ['store'] } as const;
    expect(untilAccepted(policy, moved.settings, moved)).toEqual({
      ...policy,
      loosened: ['store'],
      moved,
      mode: 'enforce',
      levels: { rerun: 'note' },
      shots: { cover: { rerun: 'note' } },
    });
  });
});
