import { formatCredits } from '../model/credits.js';
import type { NextCall, WeighedFinding } from '../model/verdict.js';
import { shortened } from '../model/shortened.js';
import type { Texts } from '../gate/texts-port.js';

/** The words of one finding, from the rule's own page. */
export function sayFinding(texts: Texts, finding: WeighedFinding): string {
  const page = `rules/${finding.rule}`;
  const because = typeof finding.facts['because'] === 'string' ? ` (“${finding.facts['because']}”)` : '';
  const said = `[${finding.rule}/${finding.code}] ${texts.say(page, finding.code, finding.facts)}${because}`;
  return [said, ...readyNext(texts, finding)].join(' ');
}

/** A note does not hold a call: the priced call that it names is for the next one. */
function readyNext(texts: Texts, { level, facts, instead = [] }: WeighedFinding): readonly string[] {
  const calls = instead.filter(({ amount }) => amount !== undefined).map(showCall);
  if (level !== 'note' || 'because' in facts || calls.length === 0) return [];
  return [texts.say('answers/call', 'ready', { calls: calls.join(' · ') })];
}

/** A call that is ready to be made, with its price. */
export function showCall(call: NextCall): string {
  const args = JSON.stringify(call.arguments);
  const price = call.amount === undefined ? '' : ` (${formatCredits(call.amount)} credits)`;
  return `\`${call.tool}\` ${shortened(args, 600)}${price}`;
}
