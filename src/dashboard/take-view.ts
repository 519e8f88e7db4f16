import { toCredits } from '../model/credits.js';
import type { Take } from '../model/take.js';
import type { TakeView } from './api.js';

/** A take as the page shows it. */
export function takeView(take: Take): TakeView {
  const { id, shot, phase, kind, server, tool, tier, prompt, state, outcome, feedback } = take;
  return {
    ...{ id, shot, phase, kind, server, tool, model: take.model ?? null, tier, prompt, state, outcome },
    held: toCredits(take.held),
    paid: toCredits(take.paid),
    at: isoTime(take.at),
    endedAt: take.endedAt === undefined ? null : isoTime(take.endedAt),
    because: take.because ?? null,
    assets: take.assets.map(({ id: asset, mimeType, bytes }) => ({ id: asset, mimeType, bytes })),
    feedback:
      feedback === undefined
        ? null
        : { verdict: feedback.verdict, note: feedback.note === '' ? null : feedback.note, by: feedback.strength },
    madeFrom: take.madeFrom ?? [],
  };
}

/** Epoch milliseconds as ISO 8601. */
export function isoTime(at: number): string {
  return new Date(at).toISOString();
}
