import { describe, expect, it } from 'vitest';
import { partSigns } from '../../../../src/upstreams/classify/words/arguments.js';

describe('names of arguments', () => {
  it('are in small words, parted by single spaces', () => {
    for (const { part, names } of partSigns) {
      for (const name of names) expect(name, part).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/);
    }
  });

  it('are never ruled out by their own part', () => {
    for (const { part, names, never } of partSigns) {
      for (const name of names) expect(never?.test(name) ?? false, `${part}: ${name}`).toBe(false);
    }
  });

  it('stand once in a part', () => {
    for (const { part, names } of partSigns) expect(new Set(names).size, part).toBe(names.length);
  });
});
