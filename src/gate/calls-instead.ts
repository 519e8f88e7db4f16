import type { NextCall } from '../model/verdict.js';
import type { Refusal } from './answer.js';

/** The calls that a refusal names as legal and cheaper, the best first; several rules may point to the same one. */
export function callsInstead({ verdict, cheaper }: Extract<Refusal, { kind: 'refused' }>): readonly NextCall[] {
  const stopping = verdict.findings.filter(({ level }) => level === 'block' || level === 'ask' || level === 'nudge');
  const calls = [...(cheaper === undefined ? [] : [cheaper]), ...stopping.flatMap(({ instead = [] }) => instead)];
  return [...new Map(calls.map((call) => [JSON.stringify([call.tool, call.arguments]), call])).values()];
}
