import type { Kind } from './kind.js';
import type { Lane } from './lane.js';
import type { Quote } from './quote.js';
import type { GenerationRequest } from './request.js';
import type { NextCall } from './verdict.js';

/** What is wanted of an offered tool: each part that is given must find a place in the tool's arguments. */
export type Wanted = Partial<
  Pick<
    GenerationRequest,
    'prompt' | 'negativePrompt' | 'count' | 'width' | 'height' | 'aspect' | 'seconds' | 'audio' | 'inputs'
  >
>;

/** A call of an offered tool that its schema takes, at a known price. */
export interface ReadyCall {
  /** Whether it goes through the gate. */
  readonly paid: boolean;
  readonly request: GenerationRequest;
  readonly quote: Exclude<Quote, { status: 'unknown' }>;
  readonly call: NextCall;
}

/** The same as a request asks for, on a cheaper lane. */
export interface LaneCall extends ReadyCall {
  readonly lane: Lane;
}

/** A connected tool that could do a part of the work. */
export interface Offer {
  readonly kind: Kind;
  /** The name under which the agent calls it. */
  readonly tool: string;
  /** The call that brings what is wanted; undefined when the tool has no place for it, or its price is not known. */
  ready(wanted: Wanted): ReadyCall | undefined;
}
