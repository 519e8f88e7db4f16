import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { permutationsOf } from '../../src/prompt/permutations.js';

describe('a prompt with choices', () => {
  it.each<[string, number, string]>([
    ['a red car', 1, 'a red car'],
    ['{red, blue, green} car', 3, 'red car'],
    ['a { red , blue } car', 2, 'a red car'],
    ['{red, blue} {car, van, bus} at {dawn, dusk}', 12, 'red car at dawn'],
    ['{red, {light, dark} blue, green} car', 4, 'red car'],
    ['{{light, dark} blue, green} car', 3, 'light blue car'],
    ['{{{a, b}, c}, {d, e}}', 5, 'a'],
    ['a car{, on a beach} --ar {3:2, 1:1}', 4, 'a car --ar 3:2'],
    ['{red} car', 1, 'red car'],
    ['{} car', 1, ' car'],
    ['{red\\, shiny, blue} car', 2, 'red, shiny car'],
    ['\\{red, blue\\} car', 1, '\\{red, blue\\} car'],
    ['\\{{red, blue}\\} car', 2, '\\{red\\} car'],
    ['{red, blue car', 1, '{red, blue car'],
    ['red, blue} car', 1, 'red, blue} car'],
    ['{red, {blue, green} car', 2, '{red, blue car'],
    ['a car, red, {old, new}', 2, 'a car, red, old'],
    ['car {a, b}\\', 2, 'car a\\'],
  ])('reads %j as %i, the first %j', (prompt, combinations, first) => {
    expect(permutationsOf(prompt)).toEqual({ combinations, first });
  });

  it.each([
    '{"subject": "a car", "colour": "red"}',
    ' {"subject": {"what": "a car", "with": ["a", "b"]}, "text": "say {hi, ho}"}',
    '[{"a": 1, "b": 2}]',
    'a car, {"colour": "red", "wheels": {"count": 4, "rim": "wide"}}',
    '{{name}} in a car',
  ])('finds no choices in %j', (prompt) => {
    expect(permutationsOf(prompt).combinations).toBe(1);
  });

  it('takes what only looks like JSON for choices: whatever would be charged is counted', () => {
    expect(permutationsOf('{"red" car, "blue" car}').combinations).toBe(2);
    expect(permutationsOf('{"a": red, blue}').combinations).toBe(2);
    expect(permutationsOf('{{"a": 1, "b": 2}, c}').combinations).toBe(3);
  });

  it('leaves nothing to choose in the first', () => {
    const parts = fc.array(fc.constantFrom('{', '}', ',', '\\', 'red', ' ', '"', ':', '{red, blue}'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(parts, (signs) => {
        const { combinations, first } = permutationsOf(signs.join(''));
        expect(combinations).toBeGreaterThanOrEqual(1);
        expect(permutationsOf(first).combinations).toBe(1);
      }),
      { numRuns: 2000 },
    );
  });

  it('multiplies the choices of any groups and adds those within one', () => {
    type Node = readonly (string | readonly Node[])[];
    const { node } = fc.letrec<{ node: Node; option: Node }>((tie) => ({
      node: fc.array(
        fc.oneof({ depthSize: 'small' }, fc.constantFrom('a', 'b c'), fc.array(tie('option'), { minLength: 1 })),
        { maxLength: 3 },
      ),
      option: tie('node'),
    }));
    const written = (one: Node): string =>
      one.map((part) => (typeof part === 'string' ? part : `{${part.map(written).join(',')}}`)).join(' ');
    const counted = (one: Node): number =>
      one.reduce(
        (all, part) => all * (typeof part === 'string' ? 1 : part.reduce((sum, it) => sum + counted(it), 0)),
        1,
      );
    fc.assert(
      fc.property(node, (one) => {
        expect(permutationsOf(written(one)).combinations).toBe(counted(one));
      }),
    );
  });

  it.each([
    ['many groups', '{a,b}'.repeat(20_000), Infinity],
    ['deep groups', `${'{'.repeat(50_000)}a, b${'}'.repeat(50_000)}`, 2],
    ['groups that never end', '{a, '.repeat(50_000), 1],
    ['groups that look like JSON', '{"a": '.repeat(20_000) + '}'.repeat(20_000), 1],
    ['many that look like JSON', '{"a", b} '.repeat(20_000), Infinity],
  ])('counts %s in bounded time', (_, prompt, combinations) => {
    const before = performance.now();
    expect(permutationsOf(prompt).combinations).toBe(combinations);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});
