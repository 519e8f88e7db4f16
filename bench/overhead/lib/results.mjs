/** Everything that was measured; lists hold one value a round, so that rounds can be paired. */
export class Results {
  #byName = new Map();
  /** What must go to disk: milliseconds of all commits of a call, of each commit, and of one output's file. */
  floor = { p50: [], commits: [], files: [] };

  /** The lists of one target. */
  of({ name }) {
    if (!this.#byName.has(name)) {
      const lists = { cold: [], cpu: [], p50: [], times: [], perSecond: [], large: [], largeCpu: [] };
      this.#byName.set(name, { name, ...lists, huge: {}, memory: undefined });
    }
    return this.#byName.get(name);
  }

  /** Lists by a target's name, or undefined. */
  named(name) {
    return this.#byName.get(name);
  }

  /** All of them, in the order in which they came. */
  all() {
    return [...this.#byName.values()];
  }
}
