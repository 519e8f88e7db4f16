// What is looked for: earlier prompts as they were, near ones (written differently, or with one word of unknown weight
// more or swapped), new ones, and near ones of the most common words.
import { pick, randomFrom } from '../../lib/random.mjs';

const swapWord = (prompt, at, word) => prompt.split(' ').with(at, word).join(' ');

/** Edits after which a prompt is the same again, or a suspect; each may leave a prompt as it is. */
function editsOf(groups) {
  const others = new Map(groups.flatMap((group) => group.map((word) => [word, group])));
  return [
    (prompt) => `${prompt}, masterpiece, 8k`,
    (prompt) => `Please generate: ${prompt.toUpperCase()}!!`,
    (prompt) => prompt.split(', ').reverse().join(', '),
    (prompt) => prompt.replaceAll(/\b(a|the) /g, ''),
    (prompt, random) => {
      const words = prompt.split(' ');
      const at = words.findIndex((word) => others.has(word));
      return at < 0 ? prompt : swapWord(prompt, at, pick(others.get(words[at]), random));
    },
    (prompt) => {
      const at = prompt.split(' ').findIndex((word) => /^[a-z]{7,}$/.test(word));
      const word = prompt.split(' ')[at] ?? '';
      return at < 0 ? prompt : swapWord(prompt, at, word.slice(0, 3) + word[4] + word[3] + word.slice(5));
    },
    (prompt) => `${prompt} zorblequim`,
    (prompt, random) => swapWord(prompt, Math.floor(random() * prompt.split(' ').length), 'zorblequim'),
  ];
}

/** Queries of one kind; each says what must be found: a prompt that it repeats, as surely as `rerun`, or nothing. */
export class Queries {
  #corpus;
  #reader;
  #edits;

  constructor(corpus, reader) {
    this.#corpus = corpus;
    this.#reader = reader;
    this.#edits = editsOf([...reader.nounGroups, ...reader.plainGroups]);
  }

  /**
   * @param size how many prompts are stored
   * @param common those of the most common words, which are stored as well
   */
  make(size, common, count, seed) {
    const random = randomFrom(seed);
    const stored = () => this.#corpus.prompt(Math.floor(random() * size));
    const times = (make) => Array.from({ length: count }, make);
    return {
      exact: times(() => this.#asked(stored(), (prompt) => prompt, random)),
      near: times(() => this.#near(stored, random)),
      novel: times((_, at) => ({ text: this.#corpus.prompt(2 ** 30 + seed * 1000 + at) })),
      common: times(() => this.#near(() => pick(common, random), random)),
    };
  }

  #near(source, random) {
    for (;;) {
      const asked = this.#asked(source(), pick(this.#edits, random), random);
      if (asked.rerun !== 'no' && asked.text !== asked.earlier) return asked;
    }
  }

  #asked(earlier, edit, random) {
    const { analyse, difference } = this.#reader;
    const text = edit(earlier, random);
    const { rerun } = difference(analyse({ prompt: earlier }), analyse({ prompt: text }));
    return { text, earlier, rerun };
  }
}
