import type { RawClause } from './tokens.js';
import { lightWords, negators } from './words/grammar.js';
import { instruments, musicGenres } from './words/layers.js';

const JOINING = new Set(['with', 'and', 'featuring']);
const ARTICLES = new Set(['a', 'an', 'the']);
const LONGEST_TAG = 4;

/** Who sings, by the first word of a tag: "man singing", "male singer", "male vocals". */
const SINGING = new Set(['vocals', 'vocal', 'vocalist', 'singer', 'singing']);
const sexes: ReadonlyMap<string, string> = new Map([
  ['man', 'male'],
  ['male', 'male'],
  ['woman', 'female'],
  ['female', 'female'],
]);

/** A tag of who sings in its one form; any other clause as it is. */
function sung(clause: RawClause): RawClause {
  const [who = '', sings = '', ...more] = clause.words.filter((word) => !ARTICLES.has(word));
  const sex = sexes.get(who);
  if (sex === undefined || !SINGING.has(sings) || more.length > 0) return clause;
  return { ...clause, words: [sex, 'vocals'] };
}

/** Whether a clause says what is played in bare words: no sentence, and nothing that is missing. */
function isPlayed({ words }: RawClause): boolean {
  const names = words.filter((word) => instruments.has(word) || musicGenres.has(word) || word === 'bpm');
  const isSaid = words.some((word) => ARTICLES.has(word) || negators.has(word) || /^\p{L}+ing$/u.test(word));
  return names.length >= 2 && !isSaid;
}

/** "lo fi hip hop with mellow piano" as two tags. */
function tagsOf(clause: RawClause): readonly RawClause[] {
  const parts: string[][] = [[]];
  for (const word of clause.words) {
    if (JOINING.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  const areTags = parts.every(
    (words) => words.length > 0 && words.length <= LONGEST_TAG + 2 && !words.some((word) => lightWords.has(word)),
  );
  if (!areTags) return [clause];
  return parts.flatMap((words) => {
    const at = words.indexOf('bpm');
    const tempo = /^\d+$/u.test(words[at - 1] ?? '') ? [words.slice(at - 1, at + 1)] : [];
    const rest = tempo.length === 0 ? words : words.toSpliced(at - 1, 2);
    return [rest, ...tempo].filter(({ length }) => length > 0).map((tag) => ({ ...clause, words: tag }));
  });
}

/** What is played, tag by tag: "80 bpm lo fi with piano" as "lo fi, piano, 80 bpm". */
export function withMusicApart(clauses: readonly RawClause[]): readonly RawClause[] {
  // Two tempos belong to two instruments, and stay with them.
  if (clauses.flatMap(({ words }) => words).filter((word) => word === 'bpm').length > 1) return clauses;
  const tags = clauses.flatMap((clause) => (isPlayed(clause) ? tagsOf(clause) : [clause]));
  const isMusic = tags.some(({ words }) => words.some((word) => musicGenres.has(word)));
  return isMusic ? tags.map(sung) : tags;
}
