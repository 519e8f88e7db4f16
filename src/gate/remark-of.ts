import type { Remark } from './store-port.js';
import type { Decision } from './decide.js';
import type { GatePorts } from './ports.js';

/** A decision as it is remembered: what was asked, what every rule said, and what it would have cost. */
export function remarkOf(ports: GatePorts, decision: Decision): Remark {
  const { verdict, context } = decision;
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
    prompt: verdict.request.prompt.slice(0, 2000),
    tool: verdict.request.exposed,
    outcome: verdict.outcome,
    findings: acted.map(({ rule, code, level }) => ({ rule, code, level })),
    asked: asked.status === 'unknown' ? undefined : asked.upper,
    passed: passes && verdict.quote.status !== 'unknown' ? verdict.quote.upper : undefined,
    because: context.answered?.because,
  };
}
