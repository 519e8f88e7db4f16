import type { MicroCredits } from '../model/credits.js';
import type { Kind } from '../model/kind.js';
import type { Take } from '../model/take.js';
import { isApproved } from '../model/takes.js';

/** Why credits brought nothing, the surest reason first. */
const wastes = ['failed', 'rejected', 'superseded', 'rerun'] as const;

/** One of the reasons: billed and failed; rejected; an upscale of what was made anew; a re-run that was not kept. */
export type WasteReason = (typeof wastes)[number];

/** Credits that brought nothing. Each take stands under one reason. */
export interface Waste {
  readonly paid: MicroCredits;
  readonly lines: readonly { readonly reason: WasteReason; readonly takes: number; readonly paid: MicroCredits }[];
  /** All of it, the dearest first. */
  readonly takes: readonly { readonly reason: WasteReason; readonly take: Take }[];
}

/**
 * Finds what was paid for and brought nothing; what a person approved is never waste.
 * @param isRerun whether a take repeated an earlier one, as the decision on it was remembered
 */
export function wasteOf(takes: readonly Take[], isRerun: (take: Take) => boolean): Waste {
  const superseded = supersededUpscales(takes);
  const reasonOf = (take: Take): WasteReason | undefined => {
    if (take.paid === 0 || isApproved(take)) return undefined;
    if (take.outcome === 'failed-billed') return 'failed';
    if (take.feedback?.verdict === 'reject') return 'rejected';
    if (superseded.has(take.id)) return 'superseded';
    return isRerun(take) ? 'rerun' : undefined;
  };
  const found = takes.flatMap((take) => {
    const reason = reasonOf(take);
    return reason === undefined ? [] : [{ reason, take }];
  });
  const lines = wastes.map((reason) => {
    const own = found.filter((one) => one.reason === reason);
    return { reason, takes: own.length, paid: sum(own) };
  });
  return {
    paid: sum(found),
    lines: lines.filter((line) => line.takes > 0).sort((a, b) => b.paid - a.paid),
    takes: found.sort((a, b) => b.take.paid - a.take.paid),
  };
}

function sum(found: Waste['takes']): MicroCredits {
  return found.reduce((total, { take }) => total + take.paid, 0);
}

const edits: ReadonlySet<Kind> = new Set<Kind>(['edit', 'inpaint', 'outpaint', 'reframe', 'upscale']);

/** Upscales after which what they enlarged was made anew, edited or enlarged again on the shot. */
function supersededUpscales(takes: readonly Take[]): ReadonlySet<string> {
  const found = new Set<string>();
  const base = new Map<string, Kind>();
  const open = new Map<string, Take>();
  for (const take of [...takes].sort((a, b) => a.at - b.at)) {
    const { shot, kind } = take;
    const upscale = open.get(shot);
    if (upscale !== undefined && (edits.has(kind) || kind === base.get(shot))) {
      found.add(upscale.id);
      open.delete(shot);
    }
    if (kind === 'upscale') open.set(shot, take);
    else if (!edits.has(kind)) base.set(shot, kind);
  }
  return found;
}
