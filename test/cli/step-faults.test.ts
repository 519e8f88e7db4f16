import { describe, expect, it } from 'vitest';
import { stepFaults } from '../../src/cli/step-faults.js';

describe('stepFaults', () => {
  it('does nothing without the variable', () => {
    expect(stepFaults({})).toEqual({});
    expect(stepFaults({ GREENLIGHT_FAULT: '' })).toEqual({});
  });

  it.each(['kill', 'kill@nowhere', 'hurt@held', '@held'])('refuses %s', (fault) => {
    expect(() => stepFaults({ GREENLIGHT_FAULT: fault })).toThrow('expected kill@<step> or stop@<step>');
  });

  it('passes over every other step', () => {
    const { reached } = stepFaults({ GREENLIGHT_FAULT: 'kill@settled' });
    expect(() => reached?.('held', 't_1')).not.toThrow();
  });
});
