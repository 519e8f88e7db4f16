import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { isFault, parsePriceExpression } from '../../src/model/price-expression.js';
import { priceSchema } from '../../src/model/price.js';

describe('a price expression', () => {
  it.each([
    ['1 +', 4, 'a number'],
    ['', 1, 'a number'],
    ['(1 + 2', 7, '")"'],
    ['1 2', 3, 'an operator or the end'],
    ['a ? 1', 6, '":"'],
    ['eval(1)', 1, 'one of the functions'],
    ['ceil(1, 2)', 7, '")"'],
    ['1 < 2 < 3', 7, 'an operator or the end'],
    ['1 ; 2', 3, 'a number, a text in quotes'],
    ['"open', 1, 'a number, a text in quotes'],
    [`${'('.repeat(40)}1`, 34, 'at most 32 levels'],
    [`${'!'.repeat(40)}a`, 34, 'at most 32 levels'],
    ['1+'.repeat(300), 501, 'at most 500 characters'],
  ])('says where %j cannot be read', (text, position, expected) => {
    const read = parsePriceExpression(text);
    expect(read).toMatchObject({ position });
    expect(isFault(read) && read.expected).toContain(expected);
  });

  it('is checked when a price is read, and stands in the place of credits', () => {
    const message = (price: unknown) => priceSchema.safeParse(price).error?.issues[0]?.message;
    expect(message({ expression: 'duration *' })).toBe(
      'at character 11: expected a number, a text in quotes or an argument',
    );
    expect(message({ expression: '2', credits: 3 })).toContain('in the place of credits and models');
    expect(message({ expression: '2 * duration', minimum: 4 })).toBeUndefined();
  });

  it('never throws, whatever stands in it', () => {
    const piece = fc.constantFrom('1', 'a.b', '(', ')', '?', ':', '??', '&&', '!', '-', '"x"', 'min(', ',', '[', ']');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 40 }),
          fc.array(piece).map((all) => all.join(' ')),
        ),
        (text) => {
          const read = parsePriceExpression(text);
          if (!isFault(read)) return;
          expect(read.position).toBeGreaterThanOrEqual(1);
          expect(read.position).toBeLessThanOrEqual(text.length + 1);
        },
      ),
    );
  });
});
