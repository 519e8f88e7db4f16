import { describe, expect, it } from 'vitest';
import { uncoordinated, withMediumApart } from '../../src/prompt/coordination.js';
import { clausesOf } from '../../src/prompt/tokens.js';

const parts = (text: string): readonly string[] =>
  uncoordinated(withMediumApart(clausesOf(text, []))).map(({ words }) => words.join(' '));

describe('parts that could stand the other way round', () => {
  it.each([
    ['a green bench and a red boat', ['a green bench', 'a red boat']],
    ['two owls and 3 seals', ['two owls', '3 seals']],
    ['oil painting of a fox', ['oil painting', 'a fox']],
    ['a close up of an owl', ['a close up', 'an owl']],
    ['an owl sleeps while a seal eats', ['an owl sleeps', 'a seal eats']],
    ['two owls and a seal on a beam', ['a seal and two owls on a beam']],
    ['in a kitchen, two owls cook', ['two owls cook in a kitchen']],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });

  it.each([
    'black and white',
    'an owl and a seal dancing',
    'an owl on a beam and a seal',
    'salt and pepper',
    'a cup of tea',
    'a house of glass',
    'a photo of a painting',
    'the front of a house',
    'in a kitchen',
    'owl and seal',
    'an owl sleeps while eating',
    'an owl with a hat and a seal on a beam',
    'an owl on a beam and a seal on a rock',
  ])('%s stays as it is', (text) => {
    expect(parts(text)).toEqual([text]);
  });

  it('leaves two media with their things', () => {
    const text = 'a drawing of an owl, a painting of a seal';
    expect(parts(text)).toEqual(text.split(', '));
  });

  it('leaves places alone that stand between sentences or labels', () => {
    expect(parts('in a kitchen. two owls cook')).toEqual(['in a kitchen', 'two owls cook']);
    expect(parts('in: a kitchen, two owls cook')).toHaveLength(2);
  });
});
