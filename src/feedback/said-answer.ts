import type { JsonObject } from '../model/json.js';

/** The same facts twice: as text for people and models, and as data for programs. */
export interface SaidAnswer {
  readonly text: string;
  readonly data: JsonObject;
  readonly isError: boolean;
}
