import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/prompt/normalise.js';
import { clausesOf } from '../../src/prompt/tokens.js';

const wordsOf = (raw: string): readonly (readonly string[])[] => {
  const { text, quotes } = normalise(raw);
  return clausesOf(text, quotes).map(({ words }) => words);
};

describe('clausesOf', () => {
  it.each([
    ['a cat, a dog; rain | fog. end', [['a', 'cat'], ['a', 'dog'], ['rain'], ['fog'], ['end']]],
    ['24fps 16:9 f/1.4 1,000 -5°C', [['24', 'fps', '16:9', 'f', '1.4', '1000', '-5', 'c']]],
    ['8k close-up silver_hair', [['8', 'k', 'close', 'up', 'silver', 'hair']]],
    ["don't stop", [['do', "n't", 'stop']]],
    ["the king's hat", [['the', "king's", 'hat']]],
    ['#FF0000 sky', [['#ff0000', 'sky']]],
    ['5 € 50%', [['5', '€', '50', '%']]],
    ['2+2 and 24-70mm', [['2', '+', '2', 'and', '24', '-', '70', 'mm']]],
    ['🦦🇫🇷👍🏽', [['🦦', '🇫🇷', '👍🏽']]],
    ['猫、犬。鳥', [['猫'], ['犬'], ['鳥']]],
    ['a sign "Open, Now" here', [['a', 'sign', '"Open, Now', 'here']]],
  ])('cuts %s', (raw, clauses) => {
    expect(wordsOf(raw)).toEqual(clauses);
  });

  it('finds words where there are no spaces', () => {
    expect(wordsOf('红色的猫').flat().length).toBeGreaterThan(1);
    expect(wordsOf('红色的猫').flat().join('')).toBe('红色的猫');
  });

  it('counts labels and sentences', () => {
    expect(clausesOf('first: a, b. last: c', [])).toMatchObject([
      { labels: 1, endsSentence: false },
      { labels: 0, endsSentence: true },
      { labels: 1, endsSentence: false },
    ]);
  });
});
