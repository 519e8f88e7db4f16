import { describe as suite, expect, it } from 'vitest';
import type { Change } from '../../src/prompt/change.js';
import { describe } from '../../src/prompt/describe.js';

const fog: Change = { type: 'time-or-weather', after: 'fog' };
const rain: Change = { type: 'time-or-weather', before: 'rain' };

suite('describe', () => {
  it('writes words as a person would', () => {
    expect(describe.words(['poster', '"Open', 'no:people', 'no:'])).toBe('poster "Open" no people no');
  });

  it('names what came and went before what does not matter', () => {
    expect(describe.why([fog, rain], ['8k'])).toBe('added: fog; removed: rain');
    expect(describe.why([rain], [])).toBe('removed: rain');
    expect(describe.why([], [])).toBe('nothing changed');
  });

  it('names praise as what was said, and everything else by its name', () => {
    expect(describe.why([], ['word order', 'masterpiece', '8k'], ['masterpiece', '8k'])).toBe(
      'only word order and “masterpiece, 8k” changed',
    );
    expect(describe.why([], ['car → automobile', 'word order', '8k'], ['8k'])).toBe(
      'only car → automobile, word order and “8k” changed',
    );
  });

  it('names an exchange with what it is about, unless nobody knows or it is plain', () => {
    const why = (change: Change): string => describe.why([change], []);
    expect(why({ type: 'colour', before: 'red', after: 'blue' })).toBe('red → blue (colour)');
    expect(why({ type: 'detail', before: 'sleek', after: 'wet' })).toBe('sleek → wet');
    expect(why({ type: 'parameter', before: '--ar 1:1', after: '--ar 3:2' })).toBe('--ar 1:1 → --ar 3:2');
    expect(why({ type: 'relation', before: 'left', after: 'right' })).toBe('left → right (relation)');
  });

  it('says when the same words have other roles or another order', () => {
    const turned = { before: 'dog chasing cat', after: 'cat chasing dog' };
    expect(describe.why([{ type: 'relation', ...turned }], [])).toMatch(/in other roles\)$/);
    expect(describe.why([{ type: 'order', ...turned }], [])).toMatch(/in another order\)$/);
  });

  it('stays one short line whatever changed', () => {
    const long = 'x'.repeat(1000);
    const sides: readonly Partial<Change>[] = [{ before: long, after: long }, { before: long }, { after: long }];
    const many = sides.flatMap((side) => Array.from({ length: 500 }, () => ({ type: 'colour' as const, ...side })));
    const line = describe.why(many, []);
    expect(line.length).toBeLessThan(600);
    expect(line).toContain('and 496 more');
    expect(
      describe.why(
        [],
        Array.from({ length: 500 }, () => long),
      ).length,
    ).toBeLessThan(600);
  });
});
