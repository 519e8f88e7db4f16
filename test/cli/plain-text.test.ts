import { describe, expect, it } from 'vitest';
import { plainJson, plainLine, plainLines } from '../../src/cli/plain-text.js';

const escape = '\u001b';

describe('plain text', () => {
  it('takes terminal commands out of a line', () => {
    expect(plainLine(`fox${escape}[2K${escape}[1Afree\u009b1m`)).toBe('fox·[2K·[1Afree·1m');
  });

  it('makes line breaks and tabs spaces in a line', () => {
    expect(plainLine('one\r\n\n two\tthree')).toBe('one two three');
  });

  it('takes out marks that turn the reading direction round or hide', () => {
    expect(plainLine('pay \u202e009\u202c \u200bnow')).toBe('pay ·009· ·now');
  });

  it('keeps accents, other scripts and emoji', () => {
    expect(plainLine('Füchsin 狐 🦊')).toBe('Füchsin 狐 🦊');
  });

  it('keeps the lines of a text of several', () => {
    expect(plainLines(`a\n  b${escape}c\r\nd`)).toBe('a\n  b·c\nd');
  });

  it('writes the same characters as escapes into JSON that still reads the same', () => {
    const data = { prompt: 'x\u202ey\u009b\u{e0041}' };
    const text = plainJson(data);
    expect(text).toContain('\\u202e');
    expect(text).not.toContain('\u202e');
    expect(JSON.parse(text)).toEqual(data);
  });
});
