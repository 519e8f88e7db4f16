import { describe, expect, it } from 'vitest';
import { CommandError } from '../../../src/cli/command-error.js';
import { asProblem } from '../../../src/cli/dashboard/as-problem.js';
import { ConfigError } from '../../../src/config.js';

describe('asProblem', () => {
  it('is nothing where the work was done, and the reason where a command would end', async () => {
    expect(await asProblem(async () => undefined)).toBeUndefined();
    const refused = new CommandError('missing', 'no-such-tool', { tool: 't' });
    expect(await asProblem(() => Promise.reject(refused))).toEqual({ problem: 'no-such-tool', facts: { tool: 't' } });
    const broken = new ConfigError('file', ['rules: wrong']);
    expect(await asProblem(() => Promise.reject(broken))).toEqual({
      problem: 'config-broken',
      facts: { why: 'rules: wrong' },
    });
  });

  it('throws bugs on', async () => {
    await expect(asProblem(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  });
});
