// What else could look for the earlier prompt. Each takes all prompts and answers a query with the numbers of the 24 that
// it holds for most alike; a scan that costs too much at a size is asked fewer times, or not at all.
import { closest as levenshteinClosest } from 'fastest-levenshtein';
import MiniSearch from 'minisearch';
import stringSimilarity from 'string-similarity';

const MOST_ALIKE = 24;

const best = (scores) =>
  scores
    .map((score, at) => [score, at])
    .sort(([left], [right]) => right - left)
    .slice(0, MOST_ALIKE)
    .map(([, at]) => at);

/** An index in the program's own memory is weighed by what that grows. */
const inOwnMemory = { ownBytes: () => undefined, close: () => undefined };

/** Compares with every prompt. */
function findBestMatch(prompts) {
  return {
    find: (text) => best(stringSimilarity.findBestMatch(text, prompts).ratings.map(({ rating }) => rating)),
    ...inOwnMemory,
  };
}

function levenshtein(prompts) {
  return {
    // The fastest form that the package offers names one prompt only.
    find: (text) => (text === '' ? [] : [prompts.indexOf(levenshteinClosest(text, prompts))]),
    ...inOwnMemory,
  };
}

function miniSearch(prompts) {
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(prompts.map((text, id) => ({ id, text })));
  return {
    find: (text) =>
      index
        .search(text)
        .slice(0, MOST_ALIKE)
        .map(({ id }) => id),
    ...inOwnMemory,
  };
}

function fullText(prompts, { DatabaseSync }) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE prompts USING fts5(text)');
  database.exec('BEGIN');
  const insert = database.prepare('INSERT INTO prompts (rowid, text) VALUES ($1, $2)');
  prompts.forEach((text, at) => insert.run({ 1: at, 2: text }));
  database.exec('COMMIT');
  const select = database.prepare(`SELECT rowid AS id FROM prompts WHERE prompts MATCH $1 ORDER BY rank LIMIT ${MOST_ALIKE}`);
  return {
    find(text) {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      return select.all({ 1: words.map((word) => `"${word}"`).join(' OR ') }).map(({ id }) => id);
    },
    ownBytes() {
      const [{ page_count: pages }, { page_size: size }] = ['page_count', 'page_size'].map((name) =>
        database.prepare(`PRAGMA ${name}`).get({}),
      );
      return pages * size;
    },
    close: () => database.close(),
  };
}

/** By name: how it is made, and the most prompts it is asked to hold. */
export const peers = {
  'string-similarity': { open: findBestMatch, upTo: 100_000 },
  'fastest-levenshtein': { open: levenshtein, upTo: 1_000_000 },
  MiniSearch: { open: miniSearch, upTo: 1_000_000 },
  'SQLite FTS5': { open: fullText, upTo: 1_000_000 },
};
