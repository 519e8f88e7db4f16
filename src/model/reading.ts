/** How prompts are read where people differ: what still counts as the same request. */
export interface Reading {
  /** From this change on, another weight of a part of the prompt makes another picture. */
  readonly weightStep: number;
  /** Words and phrases that are decoration here, besides the usual ones. */
  readonly boosters: readonly string[];
  /** Words and phrases that are content here, though they usually are decoration; they win over `boosters`. */
  readonly notBoosters: readonly string[];
  /** Whether the same prompt on another model is another request. */
  readonly modelMakesAnother: boolean;
  /** Whether the same prompt with another explicit seed is another request. */
  readonly seedMakesAnother: boolean;
}

/** How prompts are read where the person's config says nothing else. */
export const usualReading: Reading = {
  weightStep: 0.3,
  boosters: [],
  notBoosters: [],
  modelMakesAnother: true,
  seedMakesAnother: false,
};
