import { withArgument } from '../../model/argument-path.js';
import type { JsonObject } from '../../model/json.js';
import type { GenerationRequest } from '../../model/request.js';
import type { Take } from '../../model/take.js';
import { asksAway, isSameThing } from '../../prompt/same-thing.js';
import { mergedNegative, withSuffix } from '../../prompt/with-negative.js';

/** How a request says what must not appear, with the things given: the text, and the arguments that hold it. */
export interface NegativeCall {
  /** The argument that takes it; undefined where the prompt does. */
  readonly argument?: string | undefined;
  /** The whole negative prompt, or the prompt with its suffix. */
  readonly text: string;
  readonly arguments: JsonObject;
}

/** The request's arguments with things asked away in the tool's own form; undefined when it has none. */
export function negativeCall(request: GenerationRequest, things: readonly string[]): NegativeCall | undefined {
  const { negative, sent } = request;
  if (negative === undefined) return undefined;
  if ('argument' in negative) {
    const text = mergedNegative(request.negativePrompt, things);
    return { argument: negative.argument, text, arguments: withArgument(sent, negative.argument, text) };
  }
  const text = withSuffix(request.prompt, negative.suffix, things);
  return { text, arguments: withArgument(sent, negative.prompt, text) };
}

/**
 * What a person wanted gone from a shot and did not want back since, oldest first, each named once.
 * @param takes takes with their feedback, in any order
 */
export function unwantedOn(shot: string, takes: readonly Take[]): readonly string[] {
  const said = takes
    .flatMap(({ shot: on, feedback }) => (on === shot && feedback !== undefined ? [feedback] : []))
    .sort((one, other) => one.at - other.at);
  const unwanted: string[] = [];
  for (const { keep, remove } of said) {
    for (const thing of keep) {
      const at = unwanted.findIndex((other) => isSameThing(other, thing));
      if (at >= 0) unwanted.splice(at, 1);
    }
    for (const thing of remove) if (!unwanted.some((other) => isSameThing(other, thing))) unwanted.push(thing);
  }
  return unwanted;
}

/** Of some things those that a request does not ask away. */
export function notAskedAway(request: GenerationRequest, things: readonly string[]): readonly string[] {
  return things.filter((thing) => !asksAway(request.prompt, request.negativePrompt, thing));
}
