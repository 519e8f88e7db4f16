import { withArgument } from '../model/argument-path.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Offer, ReadyCall, Wanted } from '../model/offer.js';
import type { ArgumentMap } from '../model/profile.js';
import type { Quote } from '../model/quote.js';
import { quoteOf } from '../ledger/quote-of.js';
import { isSameShape, ratioOf, ratioText } from '../rules/parts/ratio.js';
import { standInTool } from './input-stand-ins.js';
import { readRequest, type ToolView } from './lens.js';
import { accepts, propertyAt } from './schema-property.js';

/** What connected tools offer, each ready to be called through its profile. */
export function offersOf(tools: readonly ToolView[]): readonly Offer[] {
  return tools.map((tool) => {
    const { kind } = tool.profile;
    const ready = (wanted: Wanted): ReadyCall | undefined => {
      const found = readyCall(tool, wanted);
      return found?.request.kind === kind ? found : undefined;
    };
    return { kind, tool: tool.exposed, ready };
  });
}

/**
 * The call of a tool that brings what is wanted, with nothing but that in its arguments.
 * @param more arguments that are set besides, by path
 */
export function readyCall(
  tool: ToolView,
  wanted: Wanted,
  more: readonly (readonly [path: string, value: unknown])[] = [],
): ReadyCall | undefined {
  const places = placesOf(tool, wanted);
  if (places === undefined) return undefined;
  let args: JsonObject = {};
  for (const [path, value] of [...places, ...more]) {
    if (!accepts(propertyAt(tool.schema, path), value)) return undefined;
    args = withArgument(args, path, value);
  }
  const request = lacksRequired(tool.schema, args) ? [] : readRequest(standInTool(tool), args);
  // A default of the tool's own must not make more of it than was asked for.
  if (!('server' in request) || request.count !== (wanted.count ?? 1)) return undefined;
  const { paid } = tool.profile;
  const quote = paid ? quoteOf(tool.profile, request) : free;
  if (quote.status === 'unknown') return undefined;
  return { paid, request, quote, call: { tool: tool.exposed, arguments: args, amount: quote.amount } };
}

const free = { status: 'exact', amount: 0, upper: 0, source: 'free' } as const satisfies Quote;

type Places = readonly (readonly [path: string, value: unknown])[];

/** Where each wanted part goes; undefined when one of them has no place. */
function placesOf(tool: ToolView, wanted: Wanted): Places | undefined {
  const map = tool.profile.arguments;
  const { prompt, negativePrompt, seconds, audio, count = 1 } = wanted;
  const parts: readonly (Places | undefined)[] = [
    placed(map.prompt, prompt === '' ? undefined : prompt),
    placed(map.negativePrompt, negativePrompt === '' ? undefined : negativePrompt),
    placed(map.seconds, seconds),
    // Silence needs no argument where there is none; neither does one version.
    map.audio === undefined && audio === false ? [] : placed(map.audio, audio),
    map.count === undefined && count === 1 ? [] : placed(map.count, count),
    inputsPlaced(tool, wanted.inputs ?? []),
    shapePlaced(tool, map, wanted),
  ];
  const found = parts.filter((part) => part !== undefined);
  return found.length === parts.length ? found.flat() : undefined;
}

function placed(path: string | undefined, value: unknown): Places | undefined {
  if (value === undefined) return [];
  return path === undefined ? undefined : [[path, value]];
}

/** The first argument for assets is what a call starts from. */
function inputsPlaced(tool: ToolView, inputs: readonly string[]): Places | undefined {
  const [path] = tool.profile.arguments.inputs;
  if (inputs.length === 0) return [];
  if (path === undefined) return undefined;
  if (propertyAt(tool.schema, path)['type'] === 'array') return [[path, inputs]];
  return inputs.length === 1 ? [[path, inputs[0]]] : undefined;
}

/** Width and height where the tool has them, else one argument for both, else the aspect alone. */
function shapePlaced(tool: ToolView, map: ArgumentMap, wanted: Wanted): Places | undefined {
  const { width, height } = wanted;
  const ratio = ratioOf(wanted);
  if (width !== undefined && height !== undefined) {
    const sides: Places = [placed(map.width, width), placed(map.height, height)].flatMap((place) => place ?? []);
    if (sides.length === 2) return sides;
    const size = `${String(width)}x${String(height)}`;
    if (map.size !== undefined && accepts(propertyAt(tool.schema, map.size), size)) return [[map.size, size]];
  }
  if (ratio === undefined) return width === undefined && height === undefined ? [] : undefined;
  if (map.aspect === undefined) return undefined;
  const { enum: choices } = propertyAt(tool.schema, map.aspect);
  const own = wanted.aspect ?? ratioText(width ?? 1, height ?? 1);
  const texts: readonly unknown[] = Array.isArray(choices) ? choices : [own];
  const same = texts.find((text) => isSameShape(ratioOf({ aspect: String(text) }) ?? 0, ratio));
  return same === undefined ? undefined : [[map.aspect, same]];
}

/** Arguments that the schema wants and that are not there; the library's tools have no check of their own. */
function lacksRequired(schema: JsonObject, args: JsonObject): boolean {
  const { required, properties } = schema;
  const hasDefault = (name: string): boolean => {
    const property = isJsonObject(properties) ? properties[name] : undefined;
    return isJsonObject(property) && Object.hasOwn(property, 'default');
  };
  return (
    Array.isArray(required) && required.some((name) => !Object.hasOwn(args, String(name)) && !hasDefault(String(name)))
  );
}
