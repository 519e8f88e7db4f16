import type { Take } from '../model/take.js';
import { isApproved } from '../model/takes.js';

/** How often a model's first try on a shot and phase was approved. */
export interface FirstTryLine {
  readonly model: string;
  readonly tries: number;
  readonly kept: number;
}

/** First tries: of all, by model (the most approved first), and the takes that landed at once, newest first. */
export interface FirstTries {
  readonly tries: number;
  readonly kept: number;
  readonly byModel: readonly FirstTryLine[];
  readonly landed: readonly Take[];
}

/** Looks at the earliest paid takes of each shot and phase. */
export function firstTriesOf(takes: readonly Take[]): FirstTries {
  const place = ({ shot, phase }: Take): string => `${shot}/${phase}`;
  const earliest = new Map<string, number>();
  for (const take of takes) earliest.set(place(take), Math.min(take.at, earliest.get(place(take)) ?? take.at));
  const first = takes.filter((take) => take.at === earliest.get(place(take)));
  const landed = first.filter(isApproved).sort((a, b) => b.at - a.at);
  const byModel = new Map<string, { model: string; tries: number; kept: number }>();
  for (const take of first) {
    const model = take.model ?? take.tool;
    const line = byModel.get(model) ?? { model, tries: 0, kept: 0 };
    byModel.set(model, line);
    line.tries += 1;
    if (isApproved(take)) line.kept += 1;
  }
  const lines = [...byModel.values()].sort((a, b) => b.kept / b.tries - a.kept / a.tries || b.tries - a.tries);
  return { tries: first.length, kept: landed.length, byModel: lines, landed };
}
