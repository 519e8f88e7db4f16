import type { Remark, RemarkedFinding } from '../store-port.js';

/** Levels that keep a call from being made as it was asked, the one that is acted on first. */
const stopping = ['reuse', 'block', 'ask', 'nudge', 'fix'];

/** The finding that a decision came from; undefined where the call passed as it was asked. */
export function strictestOf({ findings }: Pick<Remark, 'findings'>): RemarkedFinding | undefined {
  for (const level of stopping) {
    const found = findings.find((finding) => finding.level === level);
    if (found !== undefined) return found;
  }
  return undefined;
}
