/** Facts that a text is filled with. */
export type Facts = { readonly [key: string]: unknown };

/** The words an agent or a person reads, by file and section. */
export interface Texts {
  /** One section of one file under prompts/, filled in. A missing section comes out as its name: never an exception. */
  say(file: string, section: string, facts?: Facts): string;
  /** A whole file under prompts/, filled in. */
  page(file: string, facts?: Facts): string;
  /** Whether a file has a section. */
  has(file: string, section: string): boolean;
}
