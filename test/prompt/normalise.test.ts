import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/prompt/normalise.js';

const textOf = (raw: string): string => normalise(raw).text;

describe('normalise', () => {
  it.each([
    ['CAFÉ', 'cafe'],
    ['  a\n\tb\u3000c ', 'a b c'],
    ['ｆｕｌｌ', 'full'],
    ['so\u00ADft hy\u200Bphen', 'soft hyphen'],
    ['\u202Bשלום\u202C', 'שלום'],
    ['Straße', 'strasse'],
    ['ΣΟΦΟΣ', 'σοφοσ'],
    ['ёлка', 'елка'],
    ["it’s ''it''", "it's it"],
  ])('reads %j as %j', (raw, text) => {
    expect(textOf(raw)).toBe(text);
  });

  it('keeps marks that make the letter', () => {
    expect(textOf('йога')).toBe('йога');
    expect(textOf('が')).toBe('が');
    expect(textOf('cà phê sữa đá')).toBe('cà phê sữa đá');
    expect(textOf('हिन्दी')).toBe('हिन्दी');
  });

  it('keeps emoji of several parts together, whatever their presentation', () => {
    expect(textOf('👨\u200D👩\u200D👧')).toBe('👨\u200D👩\u200D👧');
    expect(textOf('❤\uFE0F')).toBe('❤');
  });

  it.each([
    ['a sign "Open Now"', 'Open Now'],
    ['a sign “Open Now”', 'Open Now'],
    ['ein Schild „Offen“', 'Offen'],
    ['une enseigne « Ouvert »', 'Ouvert'],
    ['「営業中」の看板', '営業中'],
    ["a sign 'Open'", 'Open'],
    ['a sign ‘Don’t’', "Don't"],
  ])('lifts the literal out of %s', (raw, literal) => {
    expect(normalise(raw).quotes).toEqual([literal]);
  });

  it('takes apostrophes for no quotes', () => {
    expect(normalise("the girls' and boys' coats, it's cold").quotes).toEqual([]);
  });

  it('takes quotes around everything for no quotes', () => {
    expect(normalise('"a cat on a mat"')).toEqual({ text: 'a cat on a mat', quotes: [], links: [] });
  });

  it('lifts addresses out as they are', () => {
    expect(normalise('see https://a.example/Pic.PNG, a pier')).toMatchObject({
      links: ['https://a.example/Pic.PNG'],
      text: 'see a pier',
    });
  });
});
