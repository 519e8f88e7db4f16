import { unspacedNames } from './words/unspaced-names.js';

const DIGITS = '零一二三四五六七八九';
const COUNTED = '只隻个個位名条條张張辆輛匹头頭朵座艘架棵把幅群对對双雙枚羽台人本颗顆块塊株';
/** A number below a hundred, or a round hundred, before the word that counts things; no rank and no part of a word. */
const counts = new RegExp(
  `(?<![第统唯万专单同千百十${DIGITS}])(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两兩三四五六七八九]百?)(?=[${COUNTED}])`,
  'gu',
);
const names = new RegExp([...unspacedNames.keys()].sort((left, right) => right.length - left.length).join('|'), 'gu');

const digitOf = (character: string): number => DIGITS.indexOf(character.replace(/[两兩]/u, '二'));

function valueOf(numeral: string): string {
  if (numeral.endsWith('百')) return String(digitOf(numeral.slice(0, 1)) * 100);
  const [tens = '', ones] = numeral.split('十');
  if (ones === undefined) return String(digitOf(tens));
  return String((tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones)));
}

/**
 * A run of letters of a script without spaces, with digits for the numbers that count things ("三只" as "3只", as others
 * write it), one word for a person counted, and one name for what has several.
 */
export function plainRun(run: string): string {
  return run
    .replace(counts, valueOf)
    .replace(/(?<=\d)[位名個]/gu, '个')
    .replace(names, (name) => unspacedNames.get(name) ?? name);
}
