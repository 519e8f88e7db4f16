import type { Context } from '../model/context.js';
import type { JsonObject } from '../model/json.js';
import type { GenerationRequest } from '../model/request.js';
import type { Finding } from '../model/verdict.js';
import { derivedKinds } from '../model/kind.js';
import { specificity } from '../prompt/specificity.js';
import { quickLaneMiss } from './parts/quick-lane.js';
import { negativeCall, notAskedAway, unwantedOn } from './parts/unwanted.js';
import type { Rule } from './rule.js';

/** Layers that are named; more would be a lecture. */
const mostNamed = 3;

/**
 * What a prompt leaves to chance is rolled for, at a price for each throw. A cheap single call is only told: the quick lane
 * has no stops. Source: B3.
 */
export const vaguePrompt: Rule = {
  id: 'vague-prompt',
  levels: {
    vague: 'nudge',
    'vague-cheap': 'note',
    contradiction: 'nudge',
    'still-film': 'nudge',
    'voice-open': 'note',
    'returning-unwanted': 'note',
  },
  check(request, context) {
    const { lacks, contradictions, isStill, isVague } = specificity(request, context.policy.reading);
    const [first] = contradictions;
    if (first !== undefined) return found(request, 'contradiction', { one: first[0], other: first[1] });
    if (isStill) return found(request, 'still-film', {});
    const code = isVague ? vagueCode(request, context) : undefined;
    const unwanted = code === 'vague' ? undefined : returningUnwanted(request, context);
    if (unwanted !== undefined) return unwanted;
    return code === undefined ? undefined : found(request, code, { lacks: lacks.slice(0, mostNamed) });
  },
};

/** What feedback wanted gone comes back unless the prompt says so, where the tool listens. Source: B4. */
function returningUnwanted(request: GenerationRequest, context: Context): Finding | undefined {
  // A call that works on what exists is told what to take away in its own words.
  if (request.negative === undefined || derivedKinds.has(request.kind)) return undefined;
  const { placement, takes } = context;
  const things = notAskedAway(request, unwantedOn(placement.shot, takes));
  const call = things.length === 0 ? undefined : negativeCall(request, things);
  if (call === undefined) return undefined;
  const facts = { things, argument: call.argument, text: call.text };
  const instead = [{ tool: request.exposed, arguments: call.arguments }];
  return { rule: 'vague-prompt', code: 'returning-unwanted', facts, instead };
}

function vagueCode(request: GenerationRequest, context: Context): string {
  // Plain text to be spoken is a whole request; which voice says it how is worth a word, not a stop.
  if (request.kind === 'voice') return 'voice-open';
  return quickLaneMiss(request, context) === undefined ? 'vague-cheap' : 'vague';
}

function found(request: GenerationRequest, code: string, facts: JsonObject): Finding {
  const { exposed, sent } = request;
  const instead = [{ tool: 'estimate', arguments: { tool: exposed, arguments: sent } }];
  return { rule: 'vague-prompt', code, facts, instead };
}
