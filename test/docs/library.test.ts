import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runExample } from '../examples/run-example.js';

describe('the page on the library', () => {
  it('shows code that runs and prints what it says', async () => {
    const page = readFileSync('docs/library.md', 'utf8');
    const blocks = [...page.matchAll(/^```js\n([\s\S]*?)^```/gm)].map((match) => match[1] ?? '');
    const printed = await runExample({ stdin: { contents: blocks.join('\n'), resolveDir: process.cwd() } });
    const lines = printed.trim().split('\n');
    expect(lines.slice(0, 2)).toEqual(['1', 'true plan-first/no-brief, tier-for-phase/above-phase']);
    expect(lines.slice(2, -2)).toContain('plan string object function');
    expect(lines.slice(-2)).toEqual(['allow', 'done 12']);
  });
});
