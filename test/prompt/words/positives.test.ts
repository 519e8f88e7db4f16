import { expect, it } from 'vitest';
import { positives } from '../../../src/prompt/words/positives.js';

it('what is said in place of a thing never names the thing', () => {
  for (const [thing, said] of positives) {
    expect(thing).toMatch(/^[a-z]+$/);
    expect(said, thing).not.toBe('');
    expect(` ${said} `).not.toContain(` ${thing} `);
  }
});
