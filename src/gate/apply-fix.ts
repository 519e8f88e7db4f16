import { argumentAt, withArgument } from '../model/argument-path.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { GenerationRequest } from '../model/request.js';
import type { Fix } from '../model/verdict.js';
import type { ToolView } from './lens.js';

/** One argument that a fix changes: where, to what, and what the request reads then. */
interface Change {
  readonly path: string | undefined;
  readonly value: unknown;
  readonly reads: Partial<GenerationRequest>;
}

/**
 * Writes a fix back into the arguments; everything else stays as it was.
 * @returns undefined when the tool lacks an argument that the fix needs, or its schema would refuse the value.
 */
export function applyFix(tool: ToolView, request: GenerationRequest, fix: Fix): GenerationRequest | undefined {
  let fixed = request;
  for (const change of changesOf(tool, request, fix)) {
    const { path, value, reads } = change;
    if (path === undefined || !accepts(propertyAt(tool.schema, path), value)) return undefined;
    const args = withArgument(fixed.arguments, path, value);
    fixed = { ...fixed, ...reads, arguments: args, sent: withArgument(fixed.sent, path, value) };
  }
  return fixed === request || tool.validate?.(fixed.arguments) === undefined ? fixed : undefined;
}

function changesOf(tool: ToolView, request: GenerationRequest, fix: Fix): Change[] {
  const { count: countPath, audio: audioPath, seconds: secondsPath } = tool.profile.arguments;
  const changes: Change[] = [];
  if (fix.count !== undefined && fix.count < request.count) {
    changes.push({ path: countPath, value: asWritten(request, countPath, fix.count), reads: { count: fix.count } });
  }
  if (fix.audio === false && request.audio === true) {
    changes.push({ path: audioPath, value: false, reads: { audio: false } });
  }
  if (fix.seconds !== undefined && request.seconds !== undefined && fix.seconds < request.seconds) {
    const seconds = longestWithin(tool, secondsPath, fix.seconds);
    changes.push({ path: secondsPath, value: asWritten(request, secondsPath, seconds), reads: { seconds } });
  }
  return changes;
}

/** A number in the form that the agent or the schema's default wrote it in: 4, "4" or "4s". */
function asWritten(request: GenerationRequest, path: string | undefined, value: number): number | string {
  const before = path === undefined ? undefined : argumentAt(request.arguments, path);
  if (typeof before !== 'string') return value;
  return before.trim().endsWith('s') ? `${String(value)}s` : String(value);
}

/** Where a schema offers a choice of lengths, the longest one within a bound; else the bound. */
function longestWithin(tool: ToolView, path: string | undefined, bound: number): number {
  const choices = path === undefined ? undefined : propertyAt(tool.schema, path)['enum'];
  const lengths = (Array.isArray(choices) ? choices : []).map((choice) => Number.parseFloat(String(choice)));
  const within = lengths.filter((length) => length <= bound);
  return within.length === 0 ? bound : Math.max(...within);
}

function propertyAt(schema: JsonObject, path: string): JsonObject {
  let here: JsonObject = schema;
  for (const key of path.split('.')) {
    const properties = here['properties'];
    const next = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!isJsonObject(next)) return {};
    here = next;
  }
  return here;
}

/** Whether a property's schema takes a value, as far as bounds and enumerations tell. */
function accepts(property: JsonObject, value: unknown): boolean {
  const choices = property['enum'];
  if (Array.isArray(choices) && !choices.includes(value)) return false;
  if ('const' in property && property['const'] !== value) return false;
  if (typeof value !== 'number') return true;
  const minimum = property['minimum'];
  const step = property['multipleOf'];
  if (typeof minimum === 'number' && value < minimum) return false;
  return typeof step !== 'number' || value % step === 0;
}
