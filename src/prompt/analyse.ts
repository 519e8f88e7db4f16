import type { PromptFeatures } from '../model/prompt-features.js';
import { usualReading, type Reading } from '../model/reading.js';
import { boostersOf, type Boosters } from './boosters-of.js';
import { checksum } from './checksum.js';
import { orderMatters } from './clause-order.js';
import type { ClauseWords } from './clause-words.js';
import { clauseWords, plainWords } from './clause-words.js';
import { uncoordinated, withMediumApart } from './coordination.js';
import { normalise } from './normalise.js';
import { parameter, readNotations } from './parameters.js';
import { readJson } from './read-json.js';
import { clausesOf } from './tokens.js';
import { unwrap } from './unwrap.js';
import { boilerplateNegatives } from './words/negatives.js';

/** Characters that are read closely; of what follows only a checksum is kept. */
const LIMIT = 20_000;

function negativesOf(text: string, boosters: Boosters): readonly string[] {
  const { text: plain, quotes } = normalise(text);
  return clausesOf(readNotations(plain).text, quotes)
    .map(({ words }) => clauseWords(plainWords(words.filter((word) => word !== 'no')), boosters))
    .map(({ words, decoration }) => [...words, ...(words.length === 0 ? decoration : [])].join(' '))
    .filter((term) => term !== '' && !boilerplateNegatives.has(term));
}

function withoutRepeats(clauses: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const seen = new Set<string>();
  return clauses.filter((clause) => {
    const text = clause.join(' ');
    return !seen.has(text) && Boolean(seen.add(text));
  });
}

/** When nothing but decoration is left, the decoration is the content. */
function contentOf(clauses: readonly ClauseWords[], ordered: boolean): readonly (readonly string[])[] {
  const full = clauses.map(({ words }) => words).filter((words) => words.length > 0);
  if (full.length > 0) return ordered ? full : withoutRepeats(full);
  return withoutRepeats(clauses.map(({ decoration }) => decoration).filter((words) => words.length > 0));
}

function keyOf(parts: Omit<PromptFeatures, 'key' | 'words' | 'quotes'>): string {
  const clauses = parts.clauses.map((clause) => clause.join(' '));
  const text = (parts.ordered ? clauses : clauses.sort()).join(', ');
  const weights = parts.weights.map(({ text: part, weight }) => `${part} ×${weight.toFixed(2)}`).sort();
  const extras = [
    ...parts.negatives.map((term) => `--no ${term}`),
    ...parts.params.filter((param) => !param.startsWith('--no ')),
    ...weights,
  ];
  return extras.length === 0 ? text : `${text} | ${extras.join(' | ')}`;
}

const sortedSet = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/**
 * Reads a prompt (plain text, tags, tool notations or JSON) in time linear in its length; never throws. Only prompts that
 * were read in the same way can be compared.
 */
export function analyse(
  input: { prompt: string; negativePrompt?: string | undefined },
  reading: Reading = usualReading,
): PromptFeatures {
  const { prompt, negativePrompt = '' } = input;
  const boosters = boostersOf(reading);
  const json = prompt.length <= LIMIT ? readJson(prompt) : undefined;
  const { text, quotes, links } = normalise((json?.text ?? prompt).slice(0, LIMIT));
  const notations = readNotations(text, reading);
  const raw = clausesOf(unwrap(notations.text), quotes);
  const ordered = orderMatters(raw);
  const plain = withMediumApart(raw).map((clause) => ({ ...clause, words: plainWords(clause.words) }));
  const canonical = uncoordinated(plain).map(({ words }) => clauseWords(words, boosters));
  const clauses = contentOf(canonical, ordered);
  const negatives = sortedSet(
    [negativePrompt.slice(0, LIMIT), json?.negative ?? '', notations.unwanted.join(', ')].flatMap((terms) =>
      negativesOf(terms, boosters),
    ),
  );
  const settings = (json?.settings ?? []).map(([name, value]) => parameter(name, value, reading));
  const params = sortedSet([
    ...notations.params,
    ...links.map((link) => `--reference ${link}`),
    ...settings.filter((setting) => setting !== undefined),
    ...notations.unwanted.map((term) => `--no ${term}`),
    ...(prompt.length > LIMIT ? [`--tail ${checksum(prompt, LIMIT)}`] : []),
    ...(negativePrompt.length > LIMIT ? [`--negative-tail ${checksum(negativePrompt, LIMIT)}`] : []),
    ...(clauses.length === 0 && text !== '' ? [`--literal ${text.slice(0, LIMIT)}`] : []),
  ]);
  const parts = {
    clauses,
    negatives,
    params,
    weights: notations.weights,
    decoration: canonical.flatMap(({ decoration }) => decoration),
    ordered,
  };
  return { ...parts, key: keyOf(parts), words: clauses.flat(), quotes };
}
