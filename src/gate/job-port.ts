import type { JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';

/** What a status tool said. Nothing of it is about money: asking is free. */
export type JobAnswer =
  | { readonly kind: 'answer'; readonly result: JsonObject }
  /** The server could not be asked now, or has no such tool that is known to cost nothing. */
  | { readonly kind: 'unreachable'; readonly why: string };

/** The providers' jobs, as far as the gate has to know of them. */
export interface JobPort {
  /** What a paid tool is taken for, whether or not its server runs. */
  profileOf(server: string, tool: string): Profile;
  /** Calls a status tool, starting its server if need be; never one that could cost. Never rejects. */
  ask(server: string, tool: string, args: JsonObject): Promise<JobAnswer>;
}
