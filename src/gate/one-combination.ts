import { argumentAt, withArgument } from '../model/argument-path.js';
import type { GenerationRequest } from '../model/request.js';
import type { NextCall } from '../model/verdict.js';
import { quoteOf } from '../ledger/quote-of.js';
import { permutationsOf } from '../prompt/permutations.js';
import type { ToolView } from './lens.js';

/** A call with the first of its prompt's combinations alone; undefined where its prompt stands for no more than one. */
export function oneCombination(tool: ToolView, request: GenerationRequest): NextCall | undefined {
  const path = tool.profile.arguments.prompt;
  if (request.combinations === 1 || path === undefined) return undefined;
  if (typeof argumentAt(request.arguments, path) !== 'string') return undefined;
  const prompt = permutationsOf(request.prompt).first;
  const args = withArgument(request.arguments, path, prompt);
  const count = request.count / request.combinations;
  const price = quoteOf(tool.profile, { ...request, prompt, count, combinations: 1, arguments: args });
  const amount = price.status === 'unknown' ? undefined : price.amount;
  return { tool: request.exposed, arguments: withArgument(request.sent, path, prompt), amount };
}
