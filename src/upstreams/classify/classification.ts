import type { Part } from './words/arguments.js';
import type { ToolKind } from './words/kinds.js';

/** One ground for a decision: which part of the definition says what, and the words it says it with. */
export interface Evidence {
  readonly about: 'kind' | 'cost' | Part;
  readonly from: 'name' | 'title' | 'description' | 'arguments';
  /** What it says, as a code: `makes`, `reads`, `costs` … or a kind. */
  readonly says: string;
  /** The words or the argument that say so. */
  readonly words: string;
}

/** Calls that cost nothing although the tool can cost: those where an argument has one of the values. */
export interface FreeWhen {
  readonly argument: string;
  readonly values: readonly (string | number | boolean)[];
}

/** What a tool's definition says about the tool. */
export interface Classification {
  readonly kind: ToolKind;
  /** False only where name and description agree that nothing is generated. */
  readonly paid: boolean;
  readonly freeWhen?: FreeWhen | undefined;
  /** Dotted paths of the arguments by what they mean, the likeliest first. */
  readonly arguments: Readonly<Partial<Record<Part, readonly string[]>>>;
  readonly why: readonly Evidence[];
}

/** What is known of the server that offers a tool. */
export interface Surroundings {
  /** Its name, which its tools' names often begin with. */
  readonly server?: string | undefined;
}
