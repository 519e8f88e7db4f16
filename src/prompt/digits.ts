import { numberWords } from './words/numbers.js';

const POWERS = new Set(['hundred', 'thousand']);

/** Digits for number words ("twenty five" = 25, "three hundred" = 300), and one name for seconds ("5 s"). */
export function withDigits(words: readonly string[]): readonly string[] {
  const result: string[] = [];
  for (const word of words) {
    const digits = numberWords.get(word);
    const before = result.at(-1) ?? '';
    const isComposite = digits !== undefined && /^[1-9]$/u.test(digits) && /^[2-9]0$/u.test(before);
    const isPower = POWERS.has(word) && /^\d{1,3}$/u.test(before);
    if (isComposite) result.splice(-1, 1, String(Number(before) + Number(digits)));
    else if (isPower) result.splice(-1, 1, String(Number(before) * Number(digits)));
    else if (word === 's' && /^\d/u.test(before)) result.push('second');
    else result.push(digits ?? word);
  }
  return result;
}
