import type { MicroCredits } from '../../model/credits.js';
import type { Kind } from '../../model/kind.js';
import { withArgument } from '../../model/argument-path.js';
import { withModel } from '../../model/model-place.js';
import { quoteOf } from '../../ledger/quote-of.js';
import { readRequest, type ToolView } from '../lens.js';
import { offeredModels } from '../offered-models.js';
import type { Desk } from './desk.js';

/** A tool that does some kind of work, and what it costs once. */
export interface ToolOffer {
  readonly tool: string;
  readonly model?: string | undefined;
  readonly amount: MicroCredits;
}

/** The cheapest connected tool of some kinds on its cheapest model; undefined where none has a known price. */
export function cheapestTool(desk: Desk, kinds: readonly Kind[], prompt = ''): ToolOffer | undefined {
  const offers = desk.toolNames().flatMap((name) => {
    const tool = desk.findTool(name);
    return tool === undefined ? [] : offersOf(tool, kinds, prompt);
  });
  return offers.sort((one, other) => one.amount - other.amount)[0];
}

function offersOf(tool: ToolView, kinds: readonly Kind[], prompt: string): readonly ToolOffer[] {
  const { arguments: map } = tool.profile;
  const args = map.prompt === undefined || prompt === '' ? {} : withArgument({}, map.prompt, prompt);
  const calls = [
    { model: undefined, args },
    ...offeredModels(tool).map((model) => ({ model, args: withModel(args, map.model, model) })),
  ];
  return calls.flatMap((call) => {
    if (call.args === undefined) return [];
    // What it would start from is not known here.
    const request = readRequest(tool, call.args, map.inputs);
    if (!('server' in request) || !kinds.includes(request.kind)) return [];
    const quote = quoteOf(tool.profile, request);
    if (quote.status === 'unknown') return [];
    return [{ tool: tool.exposed, model: call.model ?? request.model, amount: quote.upper }];
  });
}
