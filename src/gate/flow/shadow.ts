import type { MicroCredits } from '../../model/credits.js';
import type { Take } from '../../model/take.js';
import { shortened } from '../../model/shortened.js';
import type { Remark, RemarkedFinding } from '../store-port.js';
import { strictestOf } from './strictest.js';

/** Calls that would not have passed as they were asked. Amounts are micro-credits. */
export interface ShadowLine {
  /** `reuse | block | ask | nudge | fix`: what would have become of them. */
  readonly level: string;
  readonly calls: number;
  /** What they cost. */
  readonly paid: MicroCredits;
  /** What of that would have been saved at most: nobody knows what the agent would have done instead. */
  readonly saved: MicroCredits;
}

/** One such call. */
export interface ShadowCall extends Omit<ShadowLine, 'calls'> {
  readonly rule: string;
  readonly code: string;
  readonly take: string;
  readonly shot: string;
  readonly prompt: string;
}

/** What the rules would have done about calls that shadow mode let pass. */
export interface ShadowReport {
  /** Calls judged in shadow mode, and what they cost. */
  readonly calls: number;
  readonly paid: MicroCredits;
  readonly saved: MicroCredits;
  readonly byLevel: readonly ShadowLine[];
  readonly byRule: readonly (ShadowLine & { readonly rule: string; readonly code: string })[];
  /** The dearest ones. */
  readonly examples: readonly ShadowCall[];
}

const mostExamples = 5;

/** Adds up what shadow mode remembered; each call stands under the one finding that would have been acted on. */
export function shadowOf(remarks: readonly Remark[], takes: readonly Take[]): ShadowReport {
  const byId = new Map(takes.map((take) => [take.id, take]));
  const calls: ShadowCall[] = [];
  let [judged, paid] = [0, 0];
  for (const remark of remarks) {
    const take = remark.shadow && remark.take !== undefined ? byId.get(remark.take) : undefined;
    if (take === undefined) continue;
    judged += 1;
    paid += take.paid + take.held;
    const finding = strictestOf(remark);
    if (finding !== undefined) calls.push(shadowCall(remark, take, finding));
  }
  return {
    ...{ calls: judged, paid, saved: calls.reduce((sum, call) => sum + call.saved, 0) },
    byLevel: group(calls, ({ level }) => ({ level })),
    byRule: group(calls, ({ rule, code, level }) => ({ rule, code, level })),
    examples: [...calls].sort((a, b) => b.saved - a.saved || b.paid - a.paid).slice(0, mostExamples),
  };
}

function shadowCall(remark: Remark, take: Take, finding: RemarkedFinding): ShadowCall {
  const { rule, code, level } = finding;
  const paid = take.paid + take.held;
  const prompt = shortened(remark.prompt, 80);
  return {
    rule,
    code,
    level,
    take: take.id,
    shot: take.shot,
    prompt,
    paid,
    saved: paid - wouldCost(remark, finding, paid),
  };
}

/** The least that the call would have cost: nothing where it was stopped, else as fixed or as the cheaper call named. */
function wouldCost(remark: Remark, { level, cheaper }: RemarkedFinding, paid: MicroCredits): MicroCredits {
  if (level === 'block' || level === 'reuse') return 0;
  return Math.min(paid, cheaper ?? paid, remark.shadow?.passed ?? paid);
}

function group<Name extends { readonly level: string }>(
  calls: readonly ShadowCall[],
  nameOf: (call: ShadowCall) => Name,
): (Name & ShadowLine)[] {
  const lines = new Map<string, Name & ShadowLine>();
  for (const call of calls) {
    const name = nameOf(call);
    const key = JSON.stringify(name);
    const { calls: count, paid, saved } = lines.get(key) ?? { calls: 0, paid: 0, saved: 0 };
    lines.set(key, { ...name, calls: count + 1, paid: paid + call.paid, saved: saved + call.saved });
  }
  return [...lines.values()].sort((a, b) => b.saved - a.saved || b.paid - a.paid);
}
