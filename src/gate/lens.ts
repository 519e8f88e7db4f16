import { argumentAt } from '../model/argument-path.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { isDeeper } from '../model/json-depth.js';
import { modelAt } from '../model/model-place.js';
import type { ArgumentMap, Profile } from '../model/profile.js';
import type { GenerationRequest, NegativeForm, Switch } from '../model/request.js';
import type { Tier } from '../model/tier.js';
import { shortened } from '../model/shortened.js';
import { modelEntryOf } from '../ledger/model-entry.js';
import { permutationsOf } from '../prompt/permutations.js';
import { kindIn } from './kind-in.js';

/** A tool as a call names it, with the lens it is read through. */
export interface ToolView {
  readonly server: string;
  /** The upstream's own tool name. */
  readonly name: string;
  /** The name the agent sees. */
  readonly exposed: string;
  readonly profile: Profile;
  /** The tool's input schema, for its defaults; `{}` when unknown. */
  readonly schema: JsonObject;
  /** Whether the server runs elsewhere, where no file of this machine can be read. */
  readonly isRemote?: boolean | undefined;
  /**
   * Says what the schema would refuse about the arguments, of which those in `open` need not be there yet; absent where
   * nothing can check it.
   */
  readonly validate?:
    | ((args: JsonObject, open?: readonly string[]) => { readonly path: string; readonly expected: string } | undefined)
    | undefined;
}

/** One argument that cannot be read: where, what stood there, what was expected. */
export interface BadArgument {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** Most outputs that one call may ask for; a larger number is a mistake, not a wish. */
const maxCount = 1000;

/** Deepest nesting of arguments that is read; what lies deeper no tool means, and it could exhaust the stack. */
const maxDepth = 100;

/**
 * Reads a tool call into the common form, through the tool's profile and with the schema's defaults filled in.
 * @param open arguments that need not be there yet, for a call that is only planned
 * @returns the request, or every argument that cannot be read (the call must not be paid for then).
 */
export function readRequest(
  tool: ToolView,
  given: unknown,
  open?: readonly string[],
): GenerationRequest | readonly BadArgument[] {
  const refusal = shapeRefusal(given);
  if (refusal !== undefined) return [refusal];
  const sent = isJsonObject(given) ? given : {};
  const args = withDefaults(tool.schema, sent);
  const map = tool.profile.arguments;
  const bad: BadArgument[] = textsInTheWay(map, args);
  const at = (path: string | undefined): unknown => (path === undefined ? undefined : argumentAt(args, path));
  const number = (path: string | undefined, expected: string, ok: (n: number) => boolean): number | undefined => {
    const value = at(path);
    if (path === undefined || value === undefined || value === null) return undefined;
    const parsed = toNumber(value);
    if (parsed !== undefined && ok(parsed)) return parsed;
    bad.push({ path, found: show(value), expected });
    return undefined;
  };
  const text = (path: string | undefined): string => toText(at(path), path, bad);
  const positive = (n: number): boolean => n > 0 && n <= 100_000;
  const model = modelAt(args, map.model);
  const size = sizeOf(at(map.size));
  const audio = at(map.audio);
  const perJob = number(map.count, `a whole number from 1 to ${String(maxCount)}`, isCount) ?? 1;
  const prompt = text(map.prompt);
  const combinations = tool.profile.permutations === true ? permutationsOf(prompt).combinations : 1;
  if (perJob * combinations > maxCount) bad.push(tooMany(map.prompt, combinations));
  const request: GenerationRequest = {
    server: tool.server,
    tool: tool.name,
    exposed: tool.exposed,
    kind: kindIn(tool.profile, args),
    arguments: args,
    sent,
    prompt,
    negativePrompt: text(map.negativePrompt),
    count: perJob * combinations,
    combinations,
    negative: negativeFormOf(tool.profile),
    model,
    tier: tierOf(tool.profile, model),
    width: number(map.width, 'pixels, above 0', positive) ?? size?.width,
    height: number(map.height, 'pixels, above 0', positive) ?? size?.height,
    aspect: scalar(at(map.aspect)),
    seconds: number(map.seconds, 'seconds, above 0', positive),
    audio: typeof audio === 'boolean' ? audio : undefined,
    preview: switchIn(args, map.preview),
    enhance: switchIn(args, map.enhance),
    seed: number(map.seed, 'a number', () => true),
    inputs: map.inputs.flatMap((path) => inputsAt(at(path))),
  };
  if (bad.length > 0) return bad;
  const refused = schemaRefusal(tool, args, open);
  return refused === undefined ? request : [refused];
}

function tooMany(path = 'prompt', combinations: number): BadArgument {
  const expected = `at most ${String(maxCount)} versions in all`;
  return { path, found: `a prompt of ${String(combinations)} combinations`, expected };
}

/** The tier of a model in a profile's price or the price list, else the tool's own. */
export function tierOf(profile: Profile, model: string | undefined): Tier {
  return (model === undefined ? undefined : modelEntryOf(profile, model).tier) ?? profile.tier;
}

function negativeFormOf({ arguments: map, negativeSuffix }: Profile): NegativeForm | undefined {
  if (map.negativePrompt !== undefined) return { argument: map.negativePrompt };
  if (negativeSuffix === undefined || map.prompt === undefined) return undefined;
  return { suffix: negativeSuffix, prompt: map.prompt };
}

/** What the tool's own schema would refuse about the arguments. */
function schemaRefusal(tool: ToolView, args: JsonObject, open?: readonly string[]): BadArgument | undefined {
  const refused = tool.validate?.(args, open);
  if (refused === undefined) return undefined;
  const { path, expected } = refused;
  return path === ''
    ? { path: 'arguments', found: show(args), expected }
    : { path, found: show(argumentAt(args, path)), expected };
}

/**
 * Texts where an object has to be: JSON written as text would hide the count from the price, and a fix written into it
 * would take its place.
 */
function textsInTheWay(map: ArgumentMap, args: JsonObject): BadArgument[] {
  const paths = Object.values(map).flatMap((place) => (typeof place === 'string' ? [place] : []));
  const outer = new Set(paths.filter((path) => path.includes('.')).map((path) => path.slice(0, path.lastIndexOf('.'))));
  return [...outer].flatMap((path) => {
    const value = argumentAt(args, path);
    return typeof value === 'string' ? [{ path, found: show(value), expected: 'an object, not its text' }] : [];
  });
}

/** What is wrong with arguments before any of them is looked at. */
function shapeRefusal(given: unknown): BadArgument | undefined {
  if (given !== undefined && given !== null && !isJsonObject(given)) {
    return { path: 'arguments', found: show(given), expected: 'an object' };
  }
  if (!isDeeper(given, maxDepth)) return undefined;
  return { path: 'arguments', found: 'nested without end', expected: `at most ${String(maxDepth)} levels` };
}

function isCount(n: number): boolean {
  return Number.isInteger(n) && n >= 1 && n <= maxCount;
}

/** Fills in the defaults that a JSON schema states for absent properties, objects inside included. */
function withDefaults(schema: JsonObject, args: JsonObject, depth = 0): JsonObject {
  const properties = schema['properties'];
  if (!isJsonObject(properties) || depth > 8) return args;
  let filled = args;
  for (const [key, property] of Object.entries(properties)) {
    if (!isJsonObject(property)) continue;
    const present = Object.hasOwn(filled, key) ? filled[key] : undefined;
    if (present === undefined && Object.hasOwn(property, 'default')) {
      filled = { ...filled, [key]: property['default'] };
    } else if (isJsonObject(present)) {
      filled = { ...filled, [key]: withDefaults(property, present, depth + 1) };
    }
  }
  return filled;
}

/** Numbers, and numbers written as text ("4", "5s"); anything else is not a number. */
function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = /^\s*(-?\d{1,15}(?:\.\d{1,9})?)\s*s?\s*$/.exec(value);
  return match?.[1] === undefined ? undefined : Number(match[1]);
}

function toText(value: unknown, path: string | undefined, bad: BadArgument[]): string {
  if (value === undefined || value === null || path === undefined) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('\n');
  if (isJsonObject(value)) return JSON.stringify(value);
  bad.push({ path, found: show(value), expected: 'text' });
  return '';
}

function switchIn(args: JsonObject, said: ArgumentMap['preview']): Switch | undefined {
  if (said === undefined) return undefined;
  const { argument, on } = typeof said === 'string' ? { argument: said, on: true } : said;
  return { path: argument, on, isOn: argumentAt(args, argument) === on };
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The sides of a size written as one text ("1024x768"); undefined when it is none. */
export function sizeOf(value: unknown): { width: number; height: number } | undefined {
  if (typeof value !== 'string') return undefined;
  const match = /^\s*(\d{1,5})\s*[x×*:]\s*(\d{1,5})\s*$/i.exec(value);
  const width = Number(match?.[1]);
  const height = Number(match?.[2]);
  return width >= 32 && height >= 32 ? { width, height } : undefined;
}

function inputsAt(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => inputsAt(item));
  if (isJsonObject(value)) return [JSON.stringify(value)];
  return [];
}

function show(value: unknown): string {
  const text = typeof value === 'number' || value === undefined ? String(value) : JSON.stringify(value);
  return shortened(text, 80);
}
