import { describe, expect, it } from 'vitest';
import { configSchema } from '../../src/config.js';
import { guardedLimits, usualLimits } from '../../src/model/server-limits.js';

describe('the limits of a server', () => {
  it('are those of the config, and within what it takes', () => {
    const servers = { up: { command: 'up', limits: usualLimits } };
    expect(configSchema.parse({ servers }).servers['up']?.limits).toEqual(usualLimits);
  });

  it('are guarded but for the time, which only makes somebody wait', () => {
    expect(Object.keys(usualLimits).filter((limit) => !(guardedLimits as readonly string[]).includes(limit))).toEqual([
      'seconds',
    ]);
  });
});
