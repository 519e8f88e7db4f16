import type { MicroCredits } from '../model/credits.js';
import type { Quote } from '../model/quote.js';
import type { WeighedFinding } from '../model/verdict.js';
import { beginningOf } from '../model/shortened.js';
import type { Remark, RemarkedFinding } from './store-port.js';
import type { Decision } from './decide.js';
import type { GatePorts } from './ports.js';

/** A decision as it is remembered: what was asked, what every rule said, and what it would have cost. */
export function remarkOf(ports: GatePorts, decision: Decision): Remark {
  const { verdict, context, unshadowed } = decision;
  const { request } = verdict;
  const asked = verdict.before ?? verdict.quote;
  const passes = verdict.outcome === 'allow';
  // Where a stored result answers, nothing else was acted on.
  const acted = verdict.findings.filter(({ level }) => verdict.outcome !== 'reuse' || level === 'reuse');
  return {
    at: ports.clock(),
    project: context.session.project,
    session: context.session.id,
    shot: context.placement.shot,
    phase: context.placement.phase,
    digest: context.digest,
    promptKey: context.promptKey,
    prompt: beginningOf(request.prompt, 2000),
    tool: request.exposed,
    kind: request.kind,
    model: request.model,
    tier: request.tier,
    outcome: verdict.outcome,
    findings: acted.map(remembered),
    shadow: unshadowed && { outcome: unshadowed.outcome, passed: upperOf(unshadowed.quote) },
    asked: upperOf(asked),
    passed: passes ? upperOf(verdict.quote) : undefined,
    because: context.answered?.because,
  };
}

function remembered({ rule, code, level, instead = [] }: WeighedFinding): RemarkedFinding {
  const cheaper = instead[0]?.amount;
  return cheaper === undefined ? { rule, code, level } : { rule, code, level, cheaper };
}

function upperOf(quote: Quote): MicroCredits | undefined {
  return quote.status === 'unknown' ? undefined : quote.upper;
}
