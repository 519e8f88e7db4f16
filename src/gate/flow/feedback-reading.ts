import type { FeedbackBody } from '../../model/feedback.js';
import { feedbackPoints } from '../../prompt/feedback-points.js';
import { isSameThing } from '../../prompt/same-thing.js';

/** Feedback with what its note says filled in. */
export interface ReadFeedback {
  readonly body: FeedbackBody;
  /** What was read out of the note. */
  readonly read: Pick<FeedbackBody, 'keep' | 'change' | 'remove'>;
  /** Parts of the note that ask for something nobody could make out. */
  readonly unread: readonly string[];
}

const lists = ['keep', 'change', 'remove'] as const;
const mostPoints = 20;

/**
 * Reads a person's own words into keep, change and remove. A list that was given stands as it is, and what it names is
 * not read into another one.
 */
export function readFeedback(body: FeedbackBody): ReadFeedback {
  const nothing = { keep: [], change: [], remove: [] };
  if (body.verdict !== 'refine' && body.verdict !== 'reject') return { body, read: nothing, unread: [] };
  const points = feedbackPoints(body.note);
  const given = lists.flatMap((list) => body[list]);
  const news = (list: (typeof lists)[number]): string[] =>
    body[list].length > 0
      ? []
      : points[list].filter((point) => !given.some((other) => isSameThing(other, point))).slice(0, mostPoints);
  const read = { keep: news('keep'), change: news('change'), remove: news('remove') };
  const full = { ...body };
  for (const list of lists) if (read[list].length > 0) full[list] = read[list];
  // Whoever split the words already knows what the rest of them means.
  const unread = given.length > 0 ? [] : points.unread;
  return { body: full, read, unread };
}
