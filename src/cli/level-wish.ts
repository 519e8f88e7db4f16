import type { Level } from '../model/verdict.js';

/** What a person wants of a rule, or of one of its codes; `default` takes their word on it back. */
export interface LevelWish {
  readonly rule: string;
  readonly level: Level | 'default';
  readonly shot?: string | undefined;
  readonly project?: string | undefined;
}
