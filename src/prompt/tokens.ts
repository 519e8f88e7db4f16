import { quoteMark } from './normalise.js';
import { plainRun } from './unspaced.js';

/** A stretch of a prompt between two separators. */
export interface RawClause {
  /** Words in lower case; numbers, signs and emoji as words of their own; a quoted literal as `"` and its text. */
  readonly words: readonly string[];
  /** Whether a full stop, question or exclamation mark ends it. */
  readonly endsSentence: boolean;
  /** How many `label:` it holds. */
  readonly labels: number;
}

const token = new RegExp(
  [
    quoteMark.source,
    '#[0-9a-f]{3,8}(?![\\p{L}\\p{N}])',
    '(?<![\\p{L}\\p{N}])-?\\p{Nd}+(?:[.:/⁄×]\\p{Nd}+|,\\p{Nd}{3}(?!\\p{Nd}))*',
    '\\p{Nd}+',
    '\\p{Regional_Indicator}{2}',
    '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\u200D\\p{Extended_Pictographic})*',
    "\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:'[\\p{L}]+)?",
    '[\\p{Sc}%→←↑↓]',
    // Signs of arithmetic and ranges, between digits only.
    '(?<=\\p{Nd} ?)[-+=<>×÷±*](?= ?\\p{Nd})',
    '[,;|•、،؛]',
    // "f 1. 2" is a number that was cut in two.
    '(?<!\\p{Nd}(?=\\.\\s\\p{Nd}))[.!?]+(?=\\s|$)|[。！？؟।]',
    ':(?=\\s|$)',
  ].join('|'),
  'gu',
);
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** Made when the first such text comes: its dictionary is slow to load. */
let segmenter: Intl.Segmenter | undefined;

/** The words of a run of letters: itself, but for scripts that are written without spaces. */
function wordsOfRun(run: string): readonly string[] {
  if (!UNSPACED.test(run)) return [run.replace(/n't$/u, '')].concat(run.endsWith("n't") ? ["n't"] : []);
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(plainRun(run)), ({ segment }) => segment).filter((word) => word.trim() !== '');
}

/** Cuts a normalised text into clauses of words. */
export function clausesOf(text: string, quotes: readonly string[]): readonly RawClause[] {
  const clauses: RawClause[] = [];
  let words: string[] = [];
  let labels = 0;
  const close = (endsSentence: boolean): void => {
    if (words.length > 0) clauses.push({ words, endsSentence, labels });
    words = [];
    labels = 0;
  };
  for (const [piece, quote] of text.replaceAll('_', ' ').matchAll(token)) {
    if (quote !== undefined) words.push(`"${quotes[Number(quote)] ?? ''}`);
    else if (/^[,;|•、،؛]$/u.test(piece)) close(false);
    else if (/^[.!?。！？؟।]/u.test(piece)) close(!/^!{2}/u.test(piece));
    else if (piece === ':') labels += 1;
    else if (/^\p{L}/u.test(piece)) words.push(...wordsOfRun(piece));
    else words.push(/^-?\p{Nd}/u.test(piece) ? piece.replaceAll(',', '') : piece);
  }
  close(false);
  return clauses;
}
