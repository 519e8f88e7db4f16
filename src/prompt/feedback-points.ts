import { degrees } from './words/degrees.js';
import { alterations, fillers, moods, pronouns } from './words/feedback.js';

/** What a person's own words ask for, as far as they can be read for certain. */
export interface FeedbackPoints {
  readonly keep: readonly string[];
  readonly change: readonly string[];
  readonly remove: readonly string[];
  /** Parts that ask for something, but not plainly enough to say what. */
  readonly unread: readonly string[];
}

type List = 'keep' | 'change' | 'remove';

interface Point {
  readonly list: List;
  readonly text: string;
}

/** A pattern and the point that it reads out of a clause; nothing where the clause only looks like one. */
type Reader = readonly [pattern: RegExp, read: (groups: readonly string[]) => Point | 'mood' | undefined];

/** What is read of a note; more is no remark on one take. */
const LONGEST = 2000;
const BE = "(?:is|are|was|were|looks?|feels?|seems?|sounds?|comes? out|reads?|'s)";
const THERE = "(?:(?:there|it|this) ?(?:is|are|has|'s)(?: got)? |is |are )?";
const DEGREE = '(?:still |way |much |far |really |very |just |a (?:bit|little|tad) |slightly |somewhat )*';
const PRAISE =
  '(?:great|good|perfect|fine|nice|lovely|right|beautiful|wonderful|excellent|amazing|spot on|ok|okay|well|gorgeous)';

const comparatives = new Set([...degrees.values()].flatMap(({ more, less }) => [more, less]));

const trimmed = (text: string): string =>
  text
    .replace(/^(?:the|a|an|that|those|these|this|any|all the|of the)\s+/u, '')
    .replace(/\s+(?:please|though|as well|too|completely|entirely|as (?:it is|they are|is)|in place)$/u, '')
    .trim();

/** A point about something that is named; of the whole picture there is nothing to say. */
function about(list: List, text: string): Point | undefined {
  const thing = trimmed(text);
  if (thing === '' || pronouns.has(text.trim()) || pronouns.has(thing)) return undefined;
  return { list, text: thing };
}

/** "the sky", "brighter" → "brighter sky"; of the whole picture only "brighter". */
function made(subject: string, how: string): Point {
  const thing = about('change', subject)?.text;
  return { list: 'change', text: thing === undefined ? how : `${how} ${thing}` };
}

const opposite = (word: string): string => degrees.get(word)?.less ?? `less ${word}`;
const stronger = (word: string): string => degrees.get(word)?.more ?? `more ${word}`;

const keepOf = (text: string): Point | 'mood' => about('keep', text) ?? 'mood';
const changeOf = (text: string): Point | undefined => about('change', text);
const removeOf = (text: string): Point | undefined => about('remove', text);

/** Tried in this order; the first that matches a whole clause reads it. */
const readers: readonly Reader[] = [
  [/^(?:do not|don't|never) (?:change|touch|alter|lose|remove|drop|move|crop) (.+)$/u, ([of = '']) => keepOf(of)],
  [/^leave (.+?) (?:as (?:it is|they are|is)|alone|unchanged|in|untouched)$/u, ([of = '']) => keepOf(of)],
  [
    /^(?:lose|remove|delete|drop|get rid of|take (?:out|away|off)|cut out|cut|ditch|scrap|erase|omit|leave out) (?!to |in |from )(.+)$/u,
    ([of = '']) => removeOf(of),
  ],
  [/^(?:take|leave|cut|get) (.+) (?:out|away|off|rid of)$/u, ([of = '']) => removeOf(of)],
  [
    /^(.+?) (?:must|should|has to|have to|needs to|need to|can) (?:go|go away|disappear|be gone|be removed)$/u,
    ([of = '']) => removeOf(of),
  ],
  [
    /^(?:there (?:should|must)(?: not|n't) be|(?:i|we) (?:do not|don't) (?:want|need)(?: to see)?|(?:do not|don't) (?:add|show|include|use|want|need)) (?:any )?(.+)$/u,
    ([of = '']) => removeOf(of),
  ],
  [
    /^(?:no more|no|without) (?!need|idea|problem|worries|change|longer|further|matter|way|doubt)(?:any )?(.+)$/u,
    ([of = '']) => removeOf(of),
  ],
  [/^make (?:it|this|that) without (.+)$/u, ([of = '']) => removeOf(of)],
  [/^no changes? (?:to|in|of) (.+)$/u, ([of = '']) => keepOf(of)],
  [
    /^(?:i'd|i would|we'd|we would|would|i) (?:rather )?(?:like|love|prefer|want|need)(?: to (?:see|have))? (.+?) to be (.+)$/u,
    ([of = '', how = '']) => made(of, how),
  ],
  [
    /^(?:i'd|i would|we'd|we would|would) (?:rather )?(?:like|love|prefer|have|want)(?: to (?:see|have))? (.+)$/u,
    ([of = '']) => changeOf(of),
  ],
  [/^(?:i|we) (?:want|need|prefer)(?: to (?:see|have))? (.+)$/u, ([of = '']) => changeOf(of)],
  [
    /^(?:keep|preserve|retain|maintain|hold on to|stick (?:with|to)|stay with) (?!it )(.+)$/u,
    ([of = '']) => keepOf(of),
  ],
  [
    /^(?:(?:i|we) )?(?:really |just |do |absolutely )*(?:love|like|adore|enjoy) (?!an? |in |on |with )(.+)$/u,
    ([of = '']) => keepOf(of),
  ],
  [
    new RegExp(
      `^(.+?) ${BE} ${DEGREE}(?:so |quite |pretty |already )?${PRAISE}(?: now| already| as (?:it is|is))?$`,
      'u',
    ),
    ([of = '']) => keepOf(of),
  ],
  [/^(.+?) (?:really )?works?(?: well| great| nicely)?$/u, ([of = '']) => keepOf(of)],
  [
    new RegExp(`^${THERE}${DEGREE}too (?:much|many) (.+)$`, 'u'),
    ([of = '']) => ({ list: 'change', text: `less ${trimmed(of)}` }),
  ],
  [
    new RegExp(`^${THERE}${DEGREE}(?:too (?:little|few)|not enough) (.+)$`, 'u'),
    ([of = '']) => ({ list: 'change', text: `more ${trimmed(of)}` }),
  ],
  [
    new RegExp(`^(?:(.+?) ?${BE} )?${DEGREE}too ([a-z-]+)(?: for .+)?$`, 'u'),
    ([of = '', how = '']) => made(of, opposite(how)),
  ],
  [new RegExp(`^(.+?) ${DEGREE}too ([a-z-]+)$`, 'u'), ([of = '', how = '']) => made(of, opposite(how))],
  [
    new RegExp(`^(?:(.+?) )?(?:not|isn't|aren't|doesn't look|don't look|${BE} not) (?:quite )?([a-z-]+) enough$`, 'u'),
    ([of = '', how = '']) => made(of, stronger(how)),
  ],
  [
    /^(?:replace|swap|exchange|substitute) (.+?) (?:with|for|by) (.+)$/u,
    ([of = '', other = '']) => ({ list: 'change', text: `${trimmed(other)} instead of ${trimmed(of)}` }),
  ],
  [
    /^(.+?) (?:should|must|could|needs to|need to|has to|have to|ought to|wants to) (?:be|look|feel) (?:a bit |a little |slightly |much )?(?!removed|kept|gone|there|changed)(.+)$/u,
    ([of = '', how = '']) => made(of, how),
  ],
  [
    /^(?:make|have) (?:it|this|that|everything) (?:a bit |a little |slightly |much )?(.+)$/u,
    ([how = '']) => changeOf(how),
  ],
  [/^(?:make|change) (?!sure )(.+)$/u, ([of = '']) => changeOf(of)],
  [
    /^(.+?) (?:needs?|could use|wants?) (?:a bit |a little |much )?((?:more|less|fewer) .+)$/u,
    ([of = '', how = '']) => ({ list: 'change', text: pronouns.has(of) ? how : `${trimmed(of)}: ${how}` }),
  ],
  [
    /^(?:(?:it|this|he|she|they) )?(?:needs?|could use|wants?|give (?:it|him|her|them)) (?:to be |a bit |a little )*(.+)$/u,
    ([of = '']) => changeOf(of),
  ],
  [/^((?:more|less|fewer) .+)$/u, ([all = '']) => ({ list: 'change', text: all })],
  [/^(?:much |way |far )?(.+ instead(?: of .+)?)$/u, ([all = '']) => changeOf(all)],
  [/^(?:nice|good|great|lovely|perfect|beautiful|love the) ([a-z' -]+)$/u, ([of = '']) => keepOf(of)],
];

/** "brighter sky", "crop closer": what begins with its own comparative or order is a point as it stands. */
function asItStands(clause: string): Point | undefined {
  const [first = ''] = clause.replace(/^(?:much|way|far|a bit|a little|slightly) /u, '').split(' ');
  return comparatives.has(first) || alterations.has(first) ? { list: 'change', text: clause } : undefined;
}

/** Something named and nothing said of it, as it stands in a list. */
const NAMED =
  /^(?:(?:the|a|an|his|her|its|their|that|those|these|this|all)\s[\p{L}\p{N}' -]+|[\p{L}\p{N}'-]+(?: [\p{L}\p{N}'-]+)?)$/u;
const SAYS_MORE = new RegExp(`\\b(?:${BE}|should|must|could|would|not|n't|i|we|you)\\b`, 'u');
/** What hangs on a condition or leaves a choice is not read. */
const OPEN = /\?$|\b(?:if|unless|except|or|maybe not|whether|either|why|how about|what about)\b/u;

function readClause(clause: string, list: List | undefined): Point | 'mood' | undefined {
  if (moods.has(clause)) return 'mood';
  if (OPEN.test(clause)) return undefined;
  for (const [pattern, read] of readers) {
    const match = pattern.exec(clause);
    if (match !== null) return read(match.slice(1).map((group: string | undefined) => group ?? ''));
  }
  const own = asItStands(clause);
  if (own !== undefined) return own;
  const isListed = list !== undefined && NAMED.test(clause) && !SAYS_MORE.test(clause);
  return isListed ? about(list, clause) : undefined;
}

interface Clause {
  readonly text: string;
  /** Whether it may go on with a list that the clause before it began. */
  readonly goesOn: boolean;
}

const HARD = /[.;!\n]+(?:\s|$)|\n|(?<=\?)\s+|\s[-–—]\s|,?\s*\b(?:but|though|although|however|yet)\b/u;
const ORDER = /^\s*(?:can|could|would|will) you\b/u;
const SOFT = /\s*,\s*(?:and\s+)?|\s+and\s+(?:also\s+|then\s+)?|\s*&\s*|\s+plus\s+/u;

function clausesOf(note: string): readonly Clause[] {
  const plain = note
    .slice(0, LONGEST)
    .replaceAll('’', "'")
    .toLowerCase()
    .replace(/[ \t]+/gu, ' ');
  // One name, although it says "and".
  const joined = plain.replaceAll('black and white', 'black-and-white');
  return joined.split(HARD).flatMap((sentence) =>
    // "Could you make it brighter?" is no question.
    (ORDER.test(sentence) ? sentence.replace(/\?\s*$/u, '') : sentence)
      .split(SOFT)
      .map((text, at) => ({ text: withoutFillers(text), goesOn: at > 0 })),
  );
}

function withoutFillers(text: string): string {
  let left = text.trim().replace(/[.,:;!]+$/u, '');
  for (let next = left.replace(fillers, ''); next !== left; next = left.replace(fillers, '')) left = next;
  return left.trim();
}

/**
 * Splits a person's remark into what stays, what changes and what goes, as far as its words say so for certain. English;
 * of other languages everything is left unread. Pure; linear in the note's length, of which 2,000 characters are read.
 */
export function feedbackPoints(note: string): FeedbackPoints {
  const points: Record<List | 'unread', string[]> = { keep: [], change: [], remove: [], unread: [] };
  let list: List | undefined;
  for (const { text, goesOn } of clausesOf(note)) {
    if (text === '') continue;
    const read = readClause(text, goesOn ? list : undefined);
    if (read === 'mood') {
      list = undefined;
      continue;
    }
    const into = read?.list ?? 'unread';
    const said = (read?.text ?? text).replaceAll('black-and-white', 'black and white');
    if (!points[into].includes(said)) points[into].push(said);
    list = read?.list;
  }
  return points;
}
