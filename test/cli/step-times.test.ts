import { describe, expect, it } from 'vitest';
import { stepTimes } from '../../src/cli/step-times.js';

describe('stepTimes', () => {
  it('changes nothing without the variable', () => {
    expect(stepTimes({})).toEqual({});
  });

  it('reads the times that are named', () => {
    expect(stepTimes({ GREENLIGHT_TIMES: 'leaseLapsedMs=500,recoverEveryMs=200' })).toEqual({
      leaseLapsedMs: 500,
      recoverEveryMs: 200,
    });
  });

  it.each(['lapse=5', 'leaseLapsedMs', 'leaseLapsedMs=1.5', 'toString=5'])('refuses %s', (given) => {
    expect(() => stepTimes({ GREENLIGHT_TIMES: given })).toThrow(`"${given}" is none of`);
  });
});
