// Prompts made up by chance, the same for the same number: a third short, half of them a sentence with tags, the rest
// long. Words are as unevenly common as in real texts, and many prompts share a block of style words, as people's do.
import { pick, pickCommon, randomFrom } from '../../lib/random.mjs';

const NAMES = 20_000;
const BLOCKS = 300;
const PLACES =
  'forest beach desert kitchen street harbor meadow rooftop library market mountain valley cave temple castle garden bridge station stadium ballroom alley river lake canyon island greenhouse workshop attic cathedral village'.split(
    ' ',
  );
const SUBJECTS =
  'woman man cat dog girl boy car house robot dragon horse bird wolf fox knight wizard astronaut child dancer warrior bear city tree flower owl lion tiger ship train rabbit deer cup bottle chair lamp bicycle guitar violin statue clock'.split(
    ' ',
  );
const SYLLABLES = 'ba ke lo mi nu ra se ti vo zu dra fen gol hir jas kel mor nax pol qui'.split(' ');

function made(count, make) {
  const names = new Set();
  while (names.size < count) names.add(make());
  return [...names];
}

/** Words by what they are about, out of the reader's own tables, and made-up names for everything rare. */
function vocabularyOf(materialWords) {
  const random = randomFrom(7);
  const words = (...kinds) =>
    [...materialWords].flatMap(([word, kind]) => (kinds.includes(kind) && /^[a-z]{3,}$/.test(word) ? [word] : []));
  const names = made(NAMES, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random)).join(''),
  );
  const styles = words('style', 'camera', 'light');
  const blocks = made(BLOCKS, () =>
    Array.from({ length: 3 + Math.floor(random() * 8) }, () => pickCommon(styles, random)).join(', '),
  );
  return {
    ...{ names, blocks },
    subjects: [...SUBJECTS, ...words('subject'), ...names],
    places: [...PLACES, ...names.slice(0, 3000)],
    looks: words('color', 'size', 'mood', 'material'),
    actions: words('action').filter((word) => word.endsWith('ing')),
    moments: words('time', 'weather'),
    styles,
  };
}

function shortPrompt(words, random) {
  const subject = pickCommon(words.subjects, random);
  return pick(
    [
      `${pickCommon(words.looks, random)} ${subject}`,
      `${subject} in a ${pickCommon(words.places, random)}`,
      `${subject}, ${pickCommon(words.styles, random)}, ${pickCommon(words.looks, random)}`,
      `logo of a ${subject} with a ${pickCommon(words.subjects, random)}`,
    ],
    random,
  );
}

function sentence(words, random) {
  const a = (list) => pickCommon(list, random);
  return `a ${a(words.looks)} ${a(words.subjects)} ${pick(words.actions, random)} near a ${a(words.looks)} ${a(words.subjects)} in a ${a(words.places)}`;
}

/** Any number of prompts, each by its number. */
export class Corpus {
  #words;
  #seed;

  constructor(materialWords, seed = 1) {
    this.#words = vocabularyOf(materialWords);
    this.#seed = seed;
  }

  prompt(number) {
    const words = this.#words;
    const random = randomFrom(Math.imul(number + 1, 0x9e3779b1) ^ this.#seed);
    const kind = random();
    if (kind < 0.33) return shortPrompt(words, random);
    const block = random() < 0.4 ? `, ${pickCommon(words.blocks, random)}` : '';
    const moment = pickCommon(words.moments, random);
    if (kind < 0.85) return `${sentence(words, random)}, ${moment}, ${pickCommon(words.styles, random)}${block}`;
    const more = Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(words, random));
    return `${more.join('. ')}. ${moment} light${block}`;
  }

  /** A prompt of nothing but the most common words; thousands of others share them. */
  commonPrompt(random) {
    const first = (list) => list[Math.floor(random() ** 2 * 6)];
    const { looks, subjects, places, styles } = this.#words;
    return `a ${first(looks)} ${first(subjects)} in a ${first(places)}, ${first(styles)}`;
  }
}
