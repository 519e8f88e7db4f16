const SHORTEST = 6;

/** British endings and what American English writes for them. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/is(e[ds]?|ers?|ing|ation|ations)$/u, 'iz$1'],
  [/ys(e[ds]?|ers?|ing)$/u, 'yz$1'],
  [/(?<=\p{L}{3})our(?=(?:s|ed|ing|ful|fully|less|hoods?|ites?|ish|able|ably|y|ly|ers?)?$)/u, 'or'],
  [/(?<=\p{L}{3}[bght])re(s?)$/u, 'er$1'],
  [/(?<=[aeiou][^aeiou]{1,3}[aeiou])ll(ed|ing|ers?)$/u, 'l$1'],
  [/(?<=\p{L}{3})ogue(s?)$/u, 'og$1'],
  [/(?<=\p{L}{2}en)ce(s?)$/u, 'se$1'],
];

/** A word in American spelling, as far as its ending tells; two words that are written alike then are one word. */
export function american(word: string): string {
  if (word.length < SHORTEST) return word;
  return endings.reduce((text, [british, us]) => text.replace(british, us), word);
}
