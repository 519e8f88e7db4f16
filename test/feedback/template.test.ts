import { describe, expect, it } from 'vitest';
import { fill } from '../../src/feedback/template.js';

describe('a slot', () => {
  it.each<[string, object, string]>([
    ['Take {{take}}', { take: 't_1' }, 'Take t_1'],
    ['{{ a.b.c }}', { a: { b: { c: 5 } } }, '5'],
    ['{{paid|credits}}', { paid: 1_020_500_000 }, '1,020.5'],
    ['{{paid | credits}}', { paid: 0 }, '0'],
    ['{{items|list}}', { items: ['a', 'b', 3] }, 'a, b, 3'],
    ['{{flag}}', { flag: true }, 'true'],
    ['[{{missing}}]', {}, '[]'],
    ['[{{none}}]', { none: null }, '[]'],
    ['[{{text|credits}}]', { text: 'five' }, '[]'],
    ['{{object}}', { object: { a: 1 } }, '{"a":1}'],
  ])('%s with %j reads %s', (text, facts, expected) => {
    expect(fill(text, { ...facts })).toBe(expected);
  });

  it.each(['constructor', '__proto__', 'toString', 'a.constructor.name', 'a.length'])(
    'reads no inherited fact: %s',
    (path) => {
      expect(fill(`[{{${path}}}]`, { a: 'text' })).toBe('[]');
    },
  );
});

describe('a block', () => {
  it.each<[string, object, string]>([
    ['there', { a: 1 }, 'yes'],
    ['there, as text', { a: 'x' }, 'yes'],
    ['there, as a list', { a: [1] }, 'yes'],
    ['not there', {}, 'no'],
    ['null', { a: null }, 'no'],
    ['false', { a: false }, 'no'],
    ['zero', { a: 0 }, 'no'],
    ['an empty text', { a: '' }, 'no'],
    ['an empty list', { a: [] }, 'no'],
  ])('for a fact that is %s', (_, facts, expected) => {
    expect(fill('{{#a}}yes{{/a}}{{^a}}no{{/a}}', { ...facts })).toBe(expected);
  });

  it('is repeated for every entry of a list of objects, which see the facts around them', () => {
    const facts = {
      tool: 'T',
      models: [
        { name: 'a', paid: 1_000_000 },
        { name: 'b', paid: 2_000_000 },
      ],
    };
    expect(fill('{{#models}}{{tool}}/{{name}}: {{paid|credits}}; {{/models}}', facts)).toBe('T/a: 1; T/b: 2; ');
  });

  it('is not repeated for a list of plain values', () => {
    expect(fill('{{#takes}}of {{takes|list}}{{/takes}}', { takes: ['a', 'b'] })).toBe('of a, b');
  });

  it('may stand inside another one, and go by a path', () => {
    const text = '{{#miss.amount}}{{miss.amount}}{{#miss.spent}} of {{miss.spent}}{{/miss.spent}}{{/miss.amount}}';
    expect(fill(text, { miss: { amount: 5, spent: 2 } })).toBe('5 of 2');
    expect(fill(text, { miss: { amount: 5 } })).toBe('5');
  });
});

describe('another text of the same file', () => {
  it('is taken in and filled with the same facts', () => {
    expect(fill('({{> miss}})', { n: 3 }, new Map([['miss', ' {{n}} at once\n']]))).toBe('(3 at once)');
  });

  it('that does not exist leaves nothing behind', () => {
    expect(fill('({{> gone}})', {})).toBe('()');
  });

  it('that takes itself in comes to an end', () => {
    const loop = new Map([['loop', '{{#a}}x{{> loop}}{{/a}}']]);
    const filled = fill('{{> loop}}', { a: 1 }, loop);
    expect(filled).toMatch(/^x+$/);
    expect(filled.length).toBeLessThan(20);
  });
});

describe('facts', () => {
  it('are never read as text with slots of its own, nor as code', () => {
    const facts = { a: '{{b}} {{#b}}x{{/b}} {{> p}} ${1+1} $& $1', b: 'secret' };
    expect(fill('{{a}}', facts, new Map([['p', 'secret']]))).toBe(facts.a);
  });

  it('inside a block are never read as text with slots either', () => {
    expect(fill('{{#a}}{{a}}{{/a}}', { a: '{{b}}', b: 'secret' })).toBe('{{b}}');
  });
});
