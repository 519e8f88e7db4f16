import { argumentAt } from '../model/argument-path.js';
import type { JobList } from '../model/job-map.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { listAt } from './read-answer.js';

/** What a list of jobs says of one of them. */
export interface JobEntry {
  /** The entry as if it were an answer: its fields at the top, and the same as JSON in its text. */
  readonly told: JsonObject;
  /** The entry as an answer that can be kept: nothing of other jobs is in it. */
  readonly result: JsonObject;
}

/** The entry of one job in an answer that tells of many; undefined where there is none. */
export function readEntry(list: JobList, job: string, answer: JsonObject): JobEntry | undefined {
  const entries = listAt(answer, list.in) ?? [];
  const entry = entries.find((each): each is JsonObject => isJsonObject(each) && nameOf(each, list.id) === job);
  if (entry === undefined) return undefined;
  const content = [{ type: 'text', text: JSON.stringify(entry) }];
  return { told: { ...entry, content, isError: false }, result: { content, structuredContent: entry } };
}

function nameOf(entry: JsonObject, path: string): string | undefined {
  const id = argumentAt(entry, path);
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : undefined;
}
