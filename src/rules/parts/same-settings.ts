import { canonicalJson } from '../../model/canonical-json.js';
import type { GenerationRequest } from '../../model/request.js';
import type { Take } from '../../model/take.js';

/** Words in names of arguments that say what is to be seen or heard, as a prompt does: others only say how it is made. */
const saysWhat: ReadonlySet<string> = new Set([
  ...['style', 'preset', 'lora', 'loras', 'theme', 'template', 'effect', 'filter', 'palette', 'color', 'colour'],
  ...['control', 'controlnet', 'reference', 'character', 'camera', 'motion', 'layout', 'mood'],
  ...['genre', 'instrumental', 'instruments', 'lyrics', 'tempo', 'bpm', 'key', 'voice'],
]);

/**
 * Whether a request sets what an earlier take set, beside prompt, model and seed. Spoken text is its own product: a comma
 * or a "please" changes what is heard, and so do pace and tone, whatever a tool calls them. Elsewhere only settings count
 * that say what is made: a step or a file name more is no other picture.
 */
export function hasSameSettings(take: Take, request: GenerationRequest): boolean {
  if (request.kind === 'voice') return take.prompt === request.prompt && told(take) === told(request);
  return whatIsTold(take) === whatIsTold(request);
}

/** Every take of a project is asked for every request. */
const known = new WeakMap<object, string>();

function whatIsTold(work: Take | GenerationRequest): string {
  const before = known.get(work);
  if (before !== undefined) return before;
  const text = told(work, isSaid);
  known.set(work, text);
  return text;
}

function isSaid(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => saysWhat.has(word) || saysWhat.has(word.replace(/s$/, '')));
}

/** The settings beside text, model and seed as one comparable text; numbers count as numbers however they are written. */
function told(
  { arguments: args, prompt, model, seed }: Take | GenerationRequest,
  counts: (name: string) => boolean = () => true,
): string {
  const own: ReadonlySet<unknown> = new Set([prompt, model, seed, String(seed)]);
  const settings = Object.entries(args).filter(([name, value]) => !own.has(value) && counts(name));
  const plain = (value: unknown): unknown =>
    typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  return canonicalJson(Object.fromEntries(settings.map(([name, value]) => [name, plain(value)])));
}
