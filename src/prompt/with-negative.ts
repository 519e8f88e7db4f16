import { escapePattern } from '../model/escape-pattern.js';
import { isSameThing } from './same-thing.js';

/** A negative prompt with further things that must not appear; what is in it already is not said twice. */
export function mergedNegative(negativePrompt: string, things: readonly string[]): string {
  const terms = negativePrompt
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '');
  const missing = things.filter((thing) => !terms.some((term) => isSameThing(term, thing)));
  return [...terms, ...missing].join(', ');
}

/**
 * A prompt whose own suffix (`--no `) names further things that must not appear; other flags stay where they are.
 * @param suffix what the tool reads as the beginning of the list, up to the next flag
 */
export function withSuffix(prompt: string, suffix: string, things: readonly string[]): string {
  const flag = suffix.trim();
  const starts = new RegExp(`(?<=\\s|^)${escapePattern(flag)}(?=\\s)`, 'iu').exec(prompt);
  if (starts === null) return `${prompt.trimEnd()} ${flag} ${things.join(', ')}`.trimStart();
  const from = starts.index + flag.length;
  const rest = prompt.slice(from);
  const next = /\s--[a-z]/iu.exec(rest)?.index ?? rest.length;
  return `${prompt.slice(0, from)} ${mergedNegative(rest.slice(0, next), things)}${rest.slice(next)}`;
}
