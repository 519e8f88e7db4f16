/** English word forms, as far as the words of our tables need them. */

const irregularPlurals: Readonly<Record<string, readonly string[]>> = {
  child: ['children'],
  person: ['people', 'persons'],
};

const irregularPasts: Readonly<Record<string, readonly string[]>> = {
  begin: ['began', 'begun'],
  build: ['built'],
  burst: ['burst'],
  eat: ['ate', 'eaten'],
  fight: ['fought'],
  find: ['found'],
  flee: ['fled'],
  fly: ['flew', 'flown'],
  hang: ['hung'],
  hide: ['hid', 'hidden'],
  leap: ['leapt', 'leaped'],
  leave: ['left'],
  make: ['made'],
  rise: ['rose', 'risen'],
  shine: ['shone'],
  sleep: ['slept'],
  speak: ['spoke', 'spoken'],
  spin: ['spun'],
  throw: ['threw', 'thrown'],
  weep: ['wept'],
};

const withS = (word: string): string => {
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/u.test(word) ? `${word}es` : `${word}s`;
};

/** The word before an ending that begins with a vowel: "gaze" loses its e, "grip" doubles its p. */
function stemOf(verb: string): string {
  if (/[^e]e$/u.test(verb)) return verb.slice(0, -1);
  const isShort = (verb.match(/[aeiou]+/gu) ?? []).length === 1 || verb === 'begin';
  return isShort && /[^aeiou][aeiou][^aeiouwxy]$/u.test(verb) ? `${verb}${verb.at(-1) ?? ''}` : verb;
}

/** The plurals of an English noun. */
export function pluralsOf(noun: string): readonly string[] {
  const irregular = irregularPlurals[noun];
  if (irregular !== undefined) return irregular;
  return [noun.endsWith('man') ? `${noun.slice(0, -3)}men` : withS(noun)];
}

/** The forms of an English verb that tell what goes on ("talks", "talking"), and those that tell what was ("talked"). */
export function actionsOf(verb: string): { readonly now: readonly string[]; readonly past: readonly string[] } {
  const past = /[^aeiou]y$/u.test(verb) ? `${verb.slice(0, -1)}ied` : `${stemOf(verb)}ed`;
  return { now: [withS(verb), `${stemOf(verb)}ing`], past: irregularPasts[verb] ?? [past] };
}

/** The adverb of an English adjective. */
export function adverbOf(adjective: string): string {
  if (/[^aeiou]y$/u.test(adjective)) return `${adjective.slice(0, -1)}ily`;
  if (/[^aeiou]le$/u.test(adjective)) return `${adjective.slice(0, -1)}y`;
  if (adjective.endsWith('ic')) return `${adjective}ally`;
  return adjective.endsWith('ll') ? `${adjective}y` : `${adjective}ly`;
}

const irregularParticiples: Readonly<Record<string, string>> = {
  built: 'building',
  caught: 'catching',
  drawn: 'drawing',
  driven: 'driving',
  eaten: 'eating',
  fed: 'feeding',
  held: 'holding',
  led: 'leading',
  ridden: 'riding',
  seen: 'seeing',
  thrown: 'throwing',
  worn: 'wearing',
  written: 'writing',
};

/** What somebody is doing when something is done: "chasing" of "chased"; undefined for a word that is no participle. */
export function doingOf(participle: string): string | undefined {
  const irregular = irregularParticiples[participle];
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]ied$/u.test(participle)) return `${participle.slice(0, -3)}ying`;
  return /^\p{L}{2,}[^e]ed$/u.test(participle) ? `${participle.slice(0, -2)}ing` : undefined;
}
