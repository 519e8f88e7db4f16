/** A part of a prompt whose weight is not 1. */
export interface Weight {
  readonly text: string;
  readonly weight: number;
}

/** What two prompts are compared by. */
export interface PromptFeatures {
  /** Canonical text: equal for prompts that differ only in how they are written. */
  readonly key: string;
  /** Content words of each clause, in order; a negation is bound to its word (`no:hat`), quotes start with `"`. */
  readonly clauses: readonly (readonly string[])[];
  /** All content words, in order. */
  readonly words: readonly string[];
  /** Quoted literals, verbatim. */
  readonly quotes: readonly string[];
  /** What must not appear, from the negative prompt and `--no`, sorted, without what everybody lists. */
  readonly negatives: readonly string[];
  readonly weights: readonly Weight[];
  /** `--name value`, `--no x`, `<lora:name>`, sorted, without seeds and the like. */
  readonly params: readonly string[];
  /** Words that ask for quality and show nothing; taken off. */
  readonly decoration: readonly string[];
  /** Whether the order of the clauses is part of the content. */
  readonly ordered: boolean;
}

/** A prompt's features as they are stored. */
export interface PromptReading {
  /** Number of the reader that made them; those of another one are not to be compared with. */
  readonly reader: number;
  readonly features: PromptFeatures;
}
