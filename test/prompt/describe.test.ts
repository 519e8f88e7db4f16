import { describe as suite, expect, it } from 'vitest';
import { describe } from '../../src/prompt/describe.js';

suite('describe', () => {
  it('writes words as a person would', () => {
    expect(describe.words(['poster', '"Open', 'no:people', 'no:'])).toBe('poster "Open" no people no');
  });

  it('names what came and went before what does not matter', () => {
    expect(describe.why(['fog'], ['rain'], ['8k'])).toBe('added: fog; removed: rain');
    expect(describe.why([], ['rain'], [])).toBe('removed: rain');
    expect(describe.why([], [], ['8k', 'word order'])).toBe('only changed: 8k, word order');
    expect(describe.why([], [], [])).toBe('nothing changed');
  });

  it('stays one short line whatever changed', () => {
    const many = Array.from({ length: 500 }, () => 'x'.repeat(1000));
    const line = describe.why(many, many, many);
    expect(line.length).toBeLessThan(500);
    expect(line).toContain('and 496 more');
  });
});
