import type { Context } from '../model/context.js';
import type { Quote } from '../model/quote.js';
import type { GenerationRequest } from '../model/request.js';
import { levels, type Fix, type Verdict, type WeighedFinding } from '../model/verdict.js';
import type { Rule } from '../rules/rule.js';
import { weigh } from './levels.js';

/** What a decision needs beside the request: the picture of a (possibly fixed) request, and how to apply a fix. */
export interface DecisionInput {
  readonly rules: readonly Rule[];
  readonly request: GenerationRequest;
  /** The frozen picture for a request; quote, digest and placement are those of the request given. */
  readonly view: (request: GenerationRequest) => Context;
  /** The request with the fix written into it; undefined when the tool cannot be called that way. */
  readonly fix: (request: GenerationRequest, fix: Fix) => GenerationRequest | undefined;
}

/** A verdict with the picture it was made on. */
export interface Decision {
  readonly verdict: Verdict;
  readonly context: Context;
  /** The verdict that would have been acted on, where shadow mode lets the call pass as it came. */
  readonly unshadowed?: Verdict | undefined;
}

/**
 * Hears every rule on one request and merges what they say. Fixes are applied first (the lowest bound wins); everything
 * else is judged on the fixed request, so that price and budget are those of the call that would really be made. The
 * strictest level wins: block > ask > nudge > note; a stored result that answers the call wins over all, for it costs
 * nothing. A rule that throws holds the call back.
 */
export function decide(input: DecisionInput): Decision {
  const first = input.view(input.request);
  const heard = hear(input.rules, input.request, first);
  const fixes = heard.filter((finding) => finding.level === 'fix');
  const start: Fixed = { request: input.request, context: first, findings: [] };
  const { request, context, findings } = thrifty(input, needed(input, start, fixes), fixes);
  const isFixed = request !== input.request;
  const others = (isFixed ? hear(input.rules, request, context) : heard).filter(({ level }) => level !== 'fix');
  const made = decision([...findings, ...others], request, context);
  return isFixed ? { ...made, verdict: { ...made.verdict, fixed: true, before: first.quote } } : made;
}

/** A request on its way through the fixes, its picture, and what has become of their findings. */
interface Fixed {
  readonly request: GenerationRequest;
  readonly context: Context;
  readonly findings: readonly WeighedFinding[];
}

/** Whether a fix only makes a draft shorter, smaller or a preview; count and sound are what the person allowed or did not. */
function isThrift({ fix }: WeighedFinding): boolean {
  return fix?.count === undefined && fix?.audio === undefined;
}

/** Brings count and sound within what is allowed. */
function needed(input: DecisionInput, before: Fixed, fixes: readonly WeighedFinding[]): Fixed {
  const findings = fixes.filter((finding) => !isThrift(finding));
  if (findings.length === 0) return before;
  const request = input.fix(before.request, mergeFixes(findings));
  if (request !== undefined) return { request, context: input.view(request), findings };
  // The tool cannot be called in the cheaper form: the person decides about the call as it is.
  const harder = before.context.policy.attended
    ? ({ level: 'ask' } as const)
    : ({ level: 'block', unattended: true } as const);
  return { ...before, findings: findings.map((finding) => ({ ...finding, ...harder })) };
}

/**
 * Makes a draft shorter or smaller where that costs less. A tool that refuses the smaller form is the agent's to get round:
 * it is asked for one line and nobody is waited for, since the call goes beyond no word of the person.
 */
function thrifty(input: DecisionInput, before: Fixed, fixes: readonly WeighedFinding[]): Fixed {
  const findings = fixes.filter(isThrift);
  if (findings.length === 0) return before;
  const request = input.fix(before.request, mergeFixes(findings));
  if (request === undefined) {
    const nudges = findings.map((finding) => answered({ ...finding, level: 'nudge' }, before.context));
    return { ...before, findings: [...before.findings, ...nudges] };
  }
  // Nothing smaller on offer, or at the same price: whoever takes the larger one wastes nothing.
  if (request === before.request) return before;
  const context = input.view(request);
  const isSaving = costsLess(context.quote, before.context.quote);
  return isSaving ? { request, context, findings: [...before.findings, ...findings] } : before;
}

function costsLess(after: Quote, before: Quote): boolean {
  return after.status !== 'unknown' && before.status !== 'unknown' && after.upper < before.upper;
}

/** Lowest bounds of several fixes. */
function mergeFixes(findings: readonly WeighedFinding[]): Fix {
  const lowest = (name: 'count' | 'seconds' | 'pixels'): number | undefined => {
    const bounds = findings.flatMap((finding) => finding.fix?.[name] ?? []);
    return bounds.length === 0 ? undefined : Math.min(...bounds);
  };
  const audio = findings.some((finding) => finding.fix?.audio === false) ? false : undefined;
  const preview = findings.some((finding) => finding.fix?.preview === true) ? true : undefined;
  return { count: lowest('count'), seconds: lowest('seconds'), pixels: lowest('pixels'), audio, preview };
}

function hear(rules: readonly Rule[], request: GenerationRequest, context: Context): WeighedFinding[] {
  const findings: WeighedFinding[] = [];
  for (const rule of rules) {
    const weighed = hearOne(rule, request, context);
    if (weighed !== undefined) findings.push(answered(weighed, context));
  }
  return findings;
}

function hearOne(rule: Rule, request: GenerationRequest, context: Context): WeighedFinding | undefined {
  try {
    const finding = rule.check(request, context);
    return finding === undefined ? undefined : weigh(rule, finding, context.policy, context.placement.shot);
  } catch (error) {
    // Fail closed: a broken rule must not let money through.
    const message = error instanceof Error ? error.message : String(error);
    return { rule: rule.id, code: 'rule-failed', facts: { message }, level: 'block' };
  }
}

/** A nudge that this call answers in one line is remembered as a remark and no longer holds it. */
function answered(finding: WeighedFinding, context: Context): WeighedFinding {
  const open = context.answered;
  if (finding.level !== 'nudge' || open === undefined) return finding;
  if (!open.codes.includes(`${finding.rule}/${finding.code}`)) return finding;
  return { ...finding, level: 'note', facts: { ...finding.facts, because: open.because } };
}

function decision(findings: readonly WeighedFinding[], request: GenerationRequest, context: Context): Decision {
  const has = (level: string): boolean => findings.some((finding) => finding.level === level);
  const strictest = has('block') ? 'block' : has('ask') ? 'ask' : has('nudge') ? 'nudge' : 'allow';
  const outcome = has('reuse') ? 'reuse' : strictest;
  const rank = (finding: WeighedFinding): number => levels.indexOf(finding.level);
  const sorted = [...findings].sort((a, b) => rank(b) - rank(a));
  return { verdict: { outcome, findings: sorted, request, quote: context.quote, fixed: false }, context };
}
