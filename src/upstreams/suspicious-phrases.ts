import { shortened } from '../model/shortened.js';

/** Words that a description has no need of: they speak to the model about other things than the tool. */
const phrases: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|messages)\b/i,
  /\b(?:do not|don't|never|without)\b.{0,30}\b(?:tell|telling|mention|mentioning|inform|informing|show|notify|ask|asking)\b.{0,30}\b(?:user|person|human)\b/i,
  /\bsystem (?:prompt|message)\b/i,
  /<\/?(?:important|system|instructions?|secret|admin)\b[^>]{0,40}>/i,
  /\b(?:before|after|instead of|prior to) (?:using|calling|running) (?:this|any|other|another|every)\b/i,
  /\b(?:always|must) (?:first )?(?:call|use|run) (?:this|it) (?:tool )?(?:first|before|instead)\b/i,
  /(?:~\/|\.)(?:ssh|aws|env|npmrc|netrc|cursor|config)\b/i,
  /\b(?:api[ _-]?keys?|passwords?|credentials|private keys?|access tokens?)\b.{0,40}\b(?:send|include|pass|append|read|attach)\b/i,
  /\b(?:send|include|pass|append|read|attach)\b.{0,40}\b(?:api[ _-]?keys?|passwords?|credentials|private keys?|access tokens?)\b/i,
  /\bapprov(?:e|ed|al)\b.{0,40}\b(?:already|automatically|not (?:needed|required))\b/i,
];

const longest = 120;

/** Places in a text that read like instructions to a model; only ever shown to a person, nothing is decided by them. */
export function suspiciousPhrases(text: string): string[] {
  const found = phrases.flatMap((phrase) => phrase.exec(text)?.[0] ?? []);
  return [...new Set(found.map((words) => shortened(words, longest)))];
}
