import type { NextCall } from '../../model/verdict.js';
import type { Take } from '../../model/take.js';
import { quoteOf } from '../../ledger/quote-of.js';
import { isSameThing } from '../../prompt/same-thing.js';
import { positives } from '../../prompt/words/positives.js';
import { negativeCall } from '../../rules/parts/unwanted.js';
import { standInTool } from '../input-stand-ins.js';
import { readRequest } from '../lens.js';
import type { Desk } from './desk.js';

/** What keeps coming back although a person wanted it gone, and how the tool is told. */
export interface NegativeOffer {
  readonly things: readonly string[];
  /** `argument` and `suffix` are the tool's own forms; else the prompt says what is there instead. */
  readonly form: 'argument' | 'suffix' | 'reword';
  /** The argument that takes it. */
  readonly argument?: string | undefined;
  /** The whole negative prompt, or the prompt with its suffix. */
  readonly text?: string | undefined;
  /** The take's call with the negative in it. */
  readonly call?: NextCall | undefined;
  /** What may be said instead of each thing, where that is known. */
  readonly instead: readonly { readonly thing: string; readonly positive: string }[];
}

/**
 * The negative that a take's tool should be given, when a thing that a person now wants gone was named before: on the
 * shot, or lately in the project. Source: B4.
 * @param earlier other takes of the project, with their feedback
 */
export function negativeOffer(
  desk: Pick<Desk, 'findTool' | 'toolNames'>,
  take: Take,
  remove: readonly string[],
  earlier: readonly Take[],
): NegativeOffer | undefined {
  const before = earlier.filter(({ id }) => id !== take.id).flatMap(({ feedback }) => feedback?.remove ?? []);
  const things = remove.filter((thing) => before.some((other) => isSameThing(other, thing)));
  if (things.length === 0) return undefined;
  const found = desk
    .toolNames()
    .map((name) => desk.findTool(name))
    .find((view) => view?.server === take.server && view.name === take.tool);
  const tool = found === undefined ? undefined : standInTool(found);
  const request = tool === undefined ? undefined : readRequest(tool, take.arguments);
  const said = request !== undefined && 'server' in request ? negativeCall(request, things) : undefined;
  if (tool === undefined || said === undefined) return { things, form: 'reword', instead: rewordings(things) };
  const next = readRequest(tool, said.arguments);
  const quote = 'server' in next ? quoteOf(tool.profile, next) : undefined;
  const amount = quote === undefined || quote.status === 'unknown' ? undefined : quote.upper;
  return {
    things,
    form: said.argument === undefined ? 'suffix' : 'argument',
    argument: said.argument,
    text: said.text,
    call: { tool: tool.exposed, arguments: said.arguments, amount },
    instead: [],
  };
}

function rewordings(things: readonly string[]): NegativeOffer['instead'] {
  return things.flatMap((thing) => {
    const known = [...positives].find(([name]) => isSameThing(name, thing));
    return known === undefined ? [] : [{ thing, positive: known[1] }];
  });
}
