import { describe, expect, it } from 'vitest';
import { runExample } from './run-example.js';

describe('the AI SDK example', () => {
  it('tells its story without keys', async () => {
    const printed = await runExample({ entryPoints: ['examples/ai-sdk/agent.mjs'] });
    const gate = printed.split('\n').filter((line) => line.startsWith('gate'));
    expect(gate).toEqual([
      expect.stringContaining('REFUSED plan-first/no-brief'),
      expect.stringMatching(/Brief b_\w+ .* stored/),
      expect.stringMatching(/Plan p_\w+ version 1: 20 credits/),
      expect.stringMatching(/Take t_\w+ on header\/explore with sketch: 20 credits/),
      expect.stringContaining('REFUSED await-feedback/waiting'),
      expect.stringContaining('header'),
      expect.stringContaining('REFUSED rerun/'),
      expect.stringMatching(/Take t_\w+ on header\/explore with sketch: 20 credits/),
      expect.stringContaining('header'),
    ]);
    expect(printed.match(/^provider draws 1 with sketch/gm)).toHaveLength(2);
    expect(printed).toContain('images   1, paid 20 credits');
    expect(printed).toContain('60');
  });
});
