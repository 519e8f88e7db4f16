import type { Context } from '../model/context.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding, Level } from '../model/verdict.js';

/**
 * The shape of a rule: a pure detector. It says what it saw (a code and facts) and never how bad that is: the level of
 * each code is policy, `levels` only holds the defaults.
 */
export interface Rule {
  /** kebab-case, equal to the file name and to the prompt's file name. */
  readonly id: string;
  /** Default level of every code that the rule can return. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Judges one request in its context; undefined when the rule has nothing to say. */
  check(request: GenerationRequest, context: Context): Finding | undefined;
}
