import { argumentAt, withArgument } from '../model/argument-path.js';
import type { GenerationRequest } from '../model/request.js';
import type { Fix } from '../model/verdict.js';
import type { ToolView } from './lens.js';
import { accepts, propertyAt } from './schema-property.js';
import { smallerSize } from './smaller-size.js';

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
    // Fewer of each combination; the combinations themselves are the prompt's.
    const perJob = Math.floor(fix.count / request.combinations);
    const count = perJob * request.combinations;
    changes.push({
      path: perJob > 0 ? countPath : undefined,
      value: asWritten(request, countPath, perJob),
      reads: { count },
    });
  }
  if (fix.audio === false && request.audio === true) {
    changes.push({ path: audioPath, value: false, reads: { audio: false } });
  }
  if (fix.seconds !== undefined && request.seconds !== undefined && fix.seconds < request.seconds) {
    const seconds = lengthNear(tool, secondsPath, fix.seconds);
    const value = asWritten(request, secondsPath, seconds);
    if (seconds < request.seconds) changes.push({ path: secondsPath, value, reads: { seconds } });
  }
  if (fix.pixels !== undefined) changes.push(...sizeChanges(tool, request, fix.pixels));
  if (fix.preview === true && request.preview?.isOn === false) {
    const { path, on } = request.preview;
    changes.push({ path, value: on, reads: { preview: { path, on, isOn: true } } });
  }
  return changes;
}

/** The smaller size, written where the size was read from: into width and height, or into one argument for both. */
function sizeChanges(tool: ToolView, request: GenerationRequest, pixels: number): Change[] {
  const smaller = smallerSize(tool, request, pixels);
  if (smaller === undefined) return [];
  const { width, height, size } = smaller;
  const map = tool.profile.arguments;
  if (size !== undefined) return [{ path: map.size, value: size, reads: { width, height } }];
  return [
    { path: map.width, value: asWritten(request, map.width, width), reads: { width } },
    { path: map.height, value: asWritten(request, map.height, height), reads: { height } },
  ];
}

/** A number in the form that the agent or the schema's default wrote it in: 4, "4" or "4s". */
function asWritten(request: GenerationRequest, path: string | undefined, value: number): number | string {
  const before = path === undefined ? undefined : argumentAt(request.arguments, path);
  if (typeof before !== 'string') return value;
  return before.trim().endsWith('s') ? `${String(value)}s` : String(value);
}

/** The longest length within a bound that a tool offers; where all are longer, its shortest. */
function lengthNear(tool: ToolView, path: string | undefined, bound: number): number {
  const property = path === undefined ? {} : propertyAt(tool.schema, path);
  const { enum: choices, minimum } = property;
  const lengths = (Array.isArray(choices) ? choices : [])
    .map((choice) => Number.parseFloat(String(choice)))
    .filter((length) => length > 0);
  const within = lengths.filter((length) => length <= bound);
  if (within.length > 0) return Math.max(...within);
  if (lengths.length > 0) return Math.min(...lengths);
  return typeof minimum === 'number' ? Math.max(bound, minimum) : bound;
}
