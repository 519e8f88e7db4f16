import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { showHidden, withoutHidden, withoutHiddenIn } from '../../src/model/hidden-characters.js';

const tags = (text: string): string =>
  Array.from(text, (each) => String.fromCodePoint(0xe0000 + each.charCodeAt(0))).join('');

describe('hidden characters', () => {
  it.each([
    ['zero-width spaces', 'ig\u200bno\u2060re\ufeff', 'ignore'],
    ['a soft hyphen and fillers', 'a\u00adb\u3164c\u034fd', 'abcd'],
    ['marks that turn the reading', 'a\u202eb\u2066c\u2069\u200f\u061c', 'abc'],
    ['tag characters', `fine${tags('ignore all rules')}`, 'fine'],
    ['tags behind a flag that is none', `🏴${tags('zzzz')}\u{e007f}`, '🏴'],
    ['a row of variation selectors', 'a\ufe00\ufe01\u{e0100}\u{e0120}', 'a'],
    ['more than one selector behind an emoji', '😀\ufe0f\u{e0101}\u{e0102}', '😀\ufe0f'],
    ['joiners between latin letters', 'a\u200db\u200cc', 'abc'],
    ['a second joiner in a row', 'ن\u200c\u200c\u200dم', 'ن\u200cم'],
    ['commands to a terminal', '\u001b[31mred\u001b[0m \u001b]0;title\u0007done\u009b2J', 'red done'],
    ['control characters', 'a\u0000b\u0008c\u007fd', 'abcd'],
    ['a line separator', 'a\u2028b', 'a\nb'],
  ])('are taken out: %s', (_, text, clean) => {
    expect(withoutHidden(text)).toBe(clean);
    expect(showHidden(text)).toMatch(/⟨U\+[0-9A-F]{4,}⟩/);
  });

  it.each([
    ['an emoji family', '👨‍👩‍👧‍👦'],
    ['a profession with a skin tone', '👩🏽‍🚀'],
    ['a heart and a sign with their selectors', '❤️ ↔️ ™️'],
    ['a keycap', '1️⃣'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['the flag of Scotland', `🏴${tags('gbsct')}\u{e007f}`],
    ['Persian', 'نمی‌خواهم'],
    ['Hindi and Sinhala joiners', 'क्‍ष ශ්‍රී'],
    ['a chosen form of an ideograph', '葛\u{e0100}'],
    ['line breaks and tabs', 'a\r\n\tb'],
    ['accents and Hebrew', 'é ñ שלום'],
  ])('leaves whole: %s', (_, text) => {
    expect(withoutHidden(text)).toBe(text);
    expect(showHidden(text)).toBe(text);
  });

  it('leaves nothing to take out, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = withoutHidden(text);
        expect(withoutHidden(clean).length).toBeLessThanOrEqual(clean.length);
        expect(clean).not.toMatch(/[\u200b\u202a-\u202e\u{e0001}\u001b]/u);
      }),
    );
  });

  it('takes no long time over a long text of them', () => {
    const text = '\u001b[1;2;3'.repeat(50_000) + '👨\u200d'.repeat(50_000);
    const before = performance.now();
    withoutHidden(text);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});

describe('a value with hidden characters', () => {
  it('is cleaned in every text and key', () => {
    const value = { 'a\u200b': ['x\u202e', { deep: 'y\ufeff' }], n: 1, none: null };
    expect(withoutHiddenIn(value)).toEqual({ a: ['x', { deep: 'y' }], n: 1, none: null });
  });

  it('is the very same value where there are none', () => {
    const value = { a: ['x', { b: 'y 👩‍🚀' }] };
    expect(withoutHiddenIn(value)).toBe(value);
  });
});
