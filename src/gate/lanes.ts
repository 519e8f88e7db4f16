import { argumentAt, withArgument } from '../model/argument-path.js';
import type { Lane } from '../model/lane.js';
import type { LaneCall, ReadyCall, Wanted } from '../model/offer.js';
import { modelParts } from '../model/model-place.js';
import type { Quote } from '../model/quote.js';
import type { GenerationRequest } from '../model/request.js';
import { modelEntryOf } from '../ledger/model-entry.js';
import { quoteOf } from '../ledger/quote-of.js';
import type { ToolView } from './lens.js';
import { readRequest } from './lens.js';
import { offeredModels } from './offered-models.js';
import { readyCall } from './offers.js';

/** What puts a call of a tool on a lane: arguments' values, or nothing where the whole tool is one. */
interface Entrance {
  readonly lane: Lane;
  readonly set: readonly (readonly [path: string, value: unknown])[];
}

/**
 * Calls for the same thing on the lanes of connected tools, for less, cheapest first; none for a call that is on one
 * already, or whose price is not known.
 */
export function laneCalls(tools: readonly ToolView[], request: GenerationRequest, quote: Quote): readonly LaneCall[] {
  if (quote.status === 'unknown' || request.kind === 'other') return [];
  const found: LaneCall[] = [];
  for (const tool of tools) {
    const isOwn = tool.server === request.server && tool.name === request.tool;
    for (const { lane, set } of entrancesOf(tool)) {
      if (isOwn && isThrough(set, request)) return [];
      const ready = isOwn ? sameCall(tool, request, set) : readyCall(tool, wantedOf(request), set);
      // A tool that makes many things may make another one there.
      if (ready?.request.kind !== request.kind) continue;
      if (ready.quote.upper < quote.upper) found.push({ ...ready, lane });
    }
  }
  return found.sort((one, other) => one.quote.upper - other.quote.upper);
}

function entrancesOf(tool: ToolView): readonly Entrance[] {
  const { lane, price, arguments: map } = tool.profile;
  const found: Entrance[] = lane === undefined ? [] : [{ lane, set: [] }];
  for (const name of offeredModels(tool)) {
    const set = modelParts(map.model, name);
    const { lane: ofModel } = modelEntryOf(tool.profile, name);
    if (ofModel !== undefined && set !== undefined) found.push({ lane: ofModel, set });
  }
  for (const factor of price?.factors ?? []) {
    const { lane: ofValue, argument, equals } = factor;
    if (ofValue !== undefined && argument !== undefined) found.push({ lane: ofValue, set: [[argument, equals]] });
  }
  return found;
}

function isThrough(set: Entrance['set'], request: GenerationRequest): boolean {
  return set.every(([path, value]) => argumentAt(request.arguments, path) === value);
}

/** The very call with a few arguments set otherwise. */
function sameCall(tool: ToolView, given: GenerationRequest, set: Entrance['set']): ReadyCall | undefined {
  const args = set.reduce((changed, [path, value]) => withArgument(changed, path, value), given.sent);
  const request = readRequest(tool, args);
  if (!('server' in request)) return undefined;
  const quote = quoteOf(tool.profile, request);
  if (quote.status === 'unknown') return undefined;
  return { paid: true, request, quote, call: { tool: tool.exposed, arguments: args, amount: quote.amount } };
}

/** What a call asks for, whichever tool does it; a seed means nothing to another one. */
function wantedOf(request: GenerationRequest): Wanted {
  const { prompt, negativePrompt, count, width, height, aspect, seconds, audio, inputs } = request;
  return { prompt, negativePrompt, count, width, height, aspect, seconds, audio, inputs };
}
