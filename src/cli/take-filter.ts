import { feedbackSchema, type FeedbackVerdict } from '../model/feedback.js';
import type { Phase } from '../model/phase.js';
import type { Take, TakeState } from '../model/take.js';
import { isWaiting } from '../model/takes.js';
import type { Store } from '../gate/store-port.js';

/** The words that takes can be listed by: a person's, `none` yet, or any. */
export const words = [...feedbackSchema.shape.verdict.options, 'none'] as const;

/** Which takes a person wants to see; everything left out lets all pass. */
export interface TakeFilter {
  readonly shot?: string | undefined;
  readonly state?: TakeState | undefined;
  readonly session?: string | undefined;
  readonly phase?: Phase | undefined;
  /** Text that the model, tool or server holds. */
  readonly with?: string | undefined;
  /** Text that the prompt holds. */
  readonly prompt?: string | undefined;
  readonly word?: FeedbackVerdict | 'none' | undefined;
  /** Epoch milliseconds. */
  readonly since?: number | undefined;
}

/** Takes read at once; most filters are of this side, so that a page may hold none of those wanted. */
const pageSize = 2000;

/** Newest takes that are looked through. */
const mostRead = 1_000_000;

/** The newest takes that pass, newest first. */
export async function filteredTakes(store: Store, project: string, filter: TakeFilter, most: number): Promise<Take[]> {
  const { shot, state, session, ...own } = filter;
  const isPlain = Object.values(own).every((value) => value === undefined);
  for (let limit = isPlain ? most : Math.max(most, pageSize); ; limit *= 10) {
    const takes = await store.takes({ project, shot, state, session, limit });
    const passed = takes.filter((take) => passes(take, filter));
    if (passed.length >= most || takes.length < limit || limit >= mostRead) return passed.slice(0, most);
  }
}

function passes(take: Take, { phase, with: named, prompt, word, since }: TakeFilter): boolean {
  const holds = (text: string, part: string | undefined): boolean =>
    part === undefined || text.toLowerCase().includes(part.toLowerCase());
  if (phase !== undefined && take.phase !== phase) return false;
  if (since !== undefined && take.at < since) return false;
  if (word === 'none' && !isWaiting(take)) return false;
  if (word !== undefined && word !== 'none' && take.feedback?.verdict !== word) return false;
  return holds(`${take.model ?? ''}\n${take.tool}\n${take.server}`, named) && holds(take.prompt, prompt);
}
