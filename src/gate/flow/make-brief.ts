import type { Brief, BriefBody } from '../../model/brief.js';
import { featuresOf } from '../../prompt/features-of.js';
import type { Desk, FlowProblem } from './desk.js';

/** What stands where nobody decided yet. */
const undecided =
  /^(?:tbd|tba|todo|to do|n\/?a|none|nothing|unknown|any|anything|whatever|not sure|open|[?.\-–—\s]+)$/iu;

/** Stores the brief that a brainstorm ended in, or says all that keeps it from being one. Source: A1. */
export async function makeBrief(desk: Desk, body: BriefBody): Promise<Brief | readonly FlowProblem[]> {
  const { ports, caller } = desk;
  const problems = briefProblems(body);
  if (problems.length > 0) return problems;
  return ports.store.saveBrief(caller.project, ports.newId('b'), body, ports.clock());
}

function briefProblems(body: BriefBody): readonly FlowProblem[] {
  const problems: FlowProblem[] = [];
  const open = (['goal', 'audience', 'tone', 'why'] as const).filter((field) => undecided.test(body[field]));
  if (open.length > 0) problems.push({ problem: 'undecided', facts: { fields: open } });
  const alike = alikeDirections(body);
  if (alike !== undefined) problems.push({ problem: 'directions-alike', facts: { one: alike[0], other: alike[1] } });
  const names = body.directions.map(({ name }) => name);
  if (!names.includes(body.chosen)) problems.push({ problem: 'chosen-unknown', facts: { chosen: body.chosen, names } });
  return problems;
}

/** Two directions that are one: of the same name, or with the same idea in other words of praise. */
function alikeDirections({ directions }: BriefBody): readonly [string, string] | undefined {
  for (const [at, one] of directions.entries()) {
    const other = directions
      .slice(at + 1)
      .find(({ name, idea }) => keyOf(name) === keyOf(one.name) || featuresOf(idea).key === featuresOf(one.idea).key);
    if (other !== undefined) return [one.name, other.name];
  }
  return undefined;
}

const keyOf = (name: string): string => name.trim().toLowerCase();
