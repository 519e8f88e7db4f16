import { z } from 'zod';
import { toCredits, type MicroCredits } from '../../model/credits.js';
import { phases } from '../../model/phase.js';
import { estimate } from '../../gate/flow/estimate.js';
import type { ClosestTake } from '../../rules/parts/streak.js';
import type { Levers } from '../../gate/flow/free-levers.js';
import type { Outlook } from '../../gate/flow/outlook.js';
import type { WayThere } from '../../gate/flow/way-there.js';
import type { JsonObject } from '../../model/json.js';
import { isProblem } from '../../gate/flow/desk.js';
import type { Texts } from '../../gate/texts-port.js';
import { findingData, quoteData } from '../../gate/views.js';
import { toldDifference } from '../../rules/parts/told-difference.js';
import type { Specificity } from '../../prompt/specificity.js';
import { splitArguments } from '../paid-tool.js';
import { lowLines } from '../outlook-text.js';
import { deskTool, sayProblem } from '../desk-tool.js';

const page = 'answers/estimate';

/** What a call would cost and whether it would pass, without spending or remembering anything. */
export const estimateTool = deskTool({
  name: 'estimate',
  title: 'Price a call before making it',
  input: z.object({
    tool: z.string().min(1).max(200).describe('the paid tool, by the name you see'),
    arguments: z.record(z.string(), z.unknown()).default({}).describe('the arguments you would call it with'),
    shot: z.string().max(80).optional(),
    phase: z.enum(phases).optional(),
    session: z.string().max(100).optional(),
  }),
  output: z.looseObject({ outcome: z.string().optional(), shot: z.string().optional(), phase: z.string().optional() }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  async run(args, bench) {
    // Agents try the very call that they would make, hints included.
    const call = splitArguments({ arguments: args.arguments, meta: {} });
    const { shot = call.hints.shot, phase = call.hints.phase, session = call.hints.session } = args;
    const hints = { ...call.hints, shot, phase, session };
    const made = await estimate(bench.desk, { tool: args.tool, arguments: call.arguments, hints });
    if (isProblem(made)) return sayProblem(bench, 'estimate', made);
    const { verdict, placement, cheaper, specificity, closest, outlook, levers, way } = made;
    const rest = outlook.isPlanned ? restOf(outlook) : undefined;
    const jobs = verdict.request.combinations;
    const facts = {
      tool: args.tool,
      outcome: verdict.outcome,
      amount: verdict.quote.status === 'unknown' ? undefined : verdict.quote.upper,
      status: verdict.quote.status,
      source: verdict.quote.source,
      shot: placement.shot,
      phase: placement.phase,
      cheaper,
      jobs: jobs === 1 ? undefined : jobs,
    };
    const lines = [
      bench.texts.say(page, verdict.quote.status === 'unknown' ? 'unknown' : 'priced', facts),
      bench.texts.say(page, verdict.outcome, facts),
      ...verdict.findings.map((finding) => `- ${bench.sayFinding(finding)}`),
      ...sinceLines(bench.texts, closest),
      ...chanceLines(bench.texts, specificity),
      ...leverLines(bench.texts, levers),
      ...(rest === undefined ? [] : [bench.texts.say(page, 'rest', { ...rest })]),
      ...(way === undefined ? [] : [bench.texts.say(page, 'way', { ...way })]),
      ...lowLines(bench.texts, outlook),
    ];
    return {
      text: lines.filter((line) => line !== '').join('\n'),
      structured: {
        outcome: verdict.outcome,
        quote: quoteData(verdict.quote),
        jobs,
        shot: placement.shot,
        phase: placement.phase,
        findings: verdict.findings.map(findingData),
        cheaper: cheaper.map(({ model, tier, amount }) => ({ model, tier, credits: toCredits(amount) })),
        ...leverData(levers),
        rest: rest === undefined ? null : { credits: toCredits(rest.amount), unpriced: rest.unpriced },
        way: way === undefined ? null : wayData(way),
        prompt: {
          ...specificity,
          ...(closest === undefined
            ? {}
            : { closest: { take: closest.take.id, ...toldDifference(closest.difference) } }),
        },
      },
    };
  },
});

/** What the plan in force still costs, and how many steps of it have no known price. */
function restOf({ need, open }: Outlook): { readonly amount: MicroCredits; readonly unpriced: number } {
  return { amount: need, unpriced: open.filter((each) => each.need === undefined).length };
}

/** What changed since the take that comes closest; of a re-run the rule's own finding says it. */
function sinceLines(texts: Texts, closest: ClosestTake | undefined): readonly string[] {
  if (closest?.difference.rerun !== 'no') return [];
  return [texts.say(page, 'since', { take: closest.take.id, why: closest.difference.why })];
}

/** One hint for each of the layers that tell most, where so little is said that the result is luck. */
const mostHints = 3;

function chanceLines(texts: Texts, { lacks, contradictions, isStill, isVague }: Specificity): readonly string[] {
  const hints = isVague ? lacks.slice(0, mostHints) : [];
  return [
    ...(hints.length === 0 ? [] : [texts.say(page, 'vague')]),
    ...hints.map((layer) => `- ${texts.say(page, `lacks-${layer}`)}`),
    ...contradictions.map(([one, other]) => texts.say(page, 'contradiction', { one, other })),
    ...(isStill ? [texts.say(page, 'still')] : []),
  ];
}

/** The four questions in one line, then only what really could be used instead. */
function leverLines(texts: Texts, { quality, highest, video, edit, final, instead }: Levers): readonly string[] {
  const answer = (is: boolean): string => texts.say(page, is ? 'yes' : 'no');
  const asked = {
    quality: answer(quality),
    video: video === undefined ? undefined : answer(video),
    edit,
    final: answer(final),
  };
  return [
    texts.say(page, 'questions', { ...asked, highest: quality ? undefined : highest }),
    ...instead.map((row) => texts.say(page, `needed-${row.needed}`, { ...row })),
  ];
}

function leverData({ instead, ...questions }: Levers): JsonObject {
  const rows = instead.map(({ amount, ...row }) => ({ ...row, credits: toCredits(amount) }));
  return { questions, instead: rows };
}

function wayData({ rounds, model, draft, total, direct }: WayThere): JsonObject {
  return { rounds, model, draft: toCredits(draft), total: toCredits(total), direct: toCredits(direct) };
}
