import { isHarmless } from './is-harmless.js';
import type { ReadActions } from './read-actions.js';
import type { Evidence, Classification } from './classification.js';
import type { Role } from './read-role.js';
import { wordsOfName } from './text.js';
import { makingParts, type Part } from './words/arguments.js';
import { thingOf } from './words/things.js';
import { handingOn, verbIn, type Deed } from './words/verbs.js';
import { costSigns, freeSigns } from './words/money.js';

/** What cost is read from. */
export interface CostGrounds {
  readonly byName: Role | undefined;
  readonly byLead: Role | undefined;
  /** The tool's name in small words. */
  readonly nameWords: readonly string[];
  /** First sentence of the description. */
  readonly lead: string;
  /** Plain text; empty where the tool says nothing of itself. */
  readonly description: string;
  /** The same with its examples of code, in small letters. */
  readonly wholeText: string;
  readonly parts: Classification['arguments'];
  /** Worked out only where a name is harmless. */
  readonly handles: () => Handles;
  readonly actions: ReadActions | undefined;
}

/** The arguments by what they are good for: to say which of the things that are there is meant, or for something else. */
export interface Handles {
  readonly count: number;
  /** Pictures, films and sounds that a call has to bring. */
  readonly files: readonly string[];
  /** Those that say nothing of what is there already. */
  readonly others: readonly string[];
}

/** Whether a tool costs, with the grounds. */
export interface ReadCost {
  readonly paid: boolean;
  readonly why: readonly Evidence[];
}

const ground = (from: Evidence['from'], says: string, words: string): Evidence => ({
  about: 'cost',
  from,
  says,
  words,
});
const paid = (...why: readonly Evidence[]): ReadCost => ({ paid: true, why });

/**
 * Whether calls of a tool cost. It is free only where its name says that nothing is generated, its description says the same
 * (where there is none, its arguments), no argument makes things, and nothing speaks of a charge.
 */
export function readCost(grounds: CostGrounds): ReadCost {
  const { byName, description, nameWords, actions } = grounds;
  const gratis = firstIn(freeSigns, description);
  const charge = firstIn(costSigns, gratis === undefined ? description : withoutFree(description));
  if (charge !== undefined) return paid(ground('description', 'costs', charge));
  const nameSays =
    byName === undefined ? ground('name', 'unclear', nameWords.join(' ')) : ground('name', byName.deed, byName.verb);
  if (!isNamedHarmless(grounds, gratis !== undefined)) return paid(nameSays);
  if (actions?.generates === true) return paid(nameSays, ...actions.why);
  const making = isPlan(byName) || isPricing(byName) ? undefined : makingPart(grounds);
  if (making !== undefined) return paid(nameSays, ground('arguments', 'makes', making));
  const second = grounds.wholeText === '' ? bareWitness(grounds) : secondWitness(grounds, gratis);
  if (second === undefined) return paid(nameSays, ground('description', 'unclear', description.slice(0, 60)));
  return { paid: false, why: [nameSays, second] };
}

const isPlan = (role: Role | undefined): boolean => role?.deed === 'plan';

function isNamedHarmless({ byName, byLead, actions }: CostGrounds, isGratis: boolean): boolean {
  if (byName === undefined) return actions?.allHarmless === true;
  return isHarmless(byName) || (isPlan(byName) && isGratis) || isRenaming(byName, byLead);
}

/** What else says that nothing is generated, where nothing is described: that next to nothing is asked for. */
function bareWitness({ byName, parts, handles }: CostGrounds): Evidence | undefined {
  const { count } = handles();
  const asksLittle = count <= 6 && parts.prompt === undefined && !bringsMedia(parts);
  const isNamed = byName !== undefined && !byName.isAlone && (byName.things.length > 0 || byName.verb === 'list');
  const isPlain = isNamed && onlyLooks(byName);
  return asksLittle && isPlain ? ground('arguments', 'reads', String(count)) : undefined;
}

/** What else says that nothing is generated; undefined where nothing does, or where it says otherwise. */
function secondWitness(grounds: CostGrounds, gratis: string | undefined): Evidence | undefined {
  const { byName, byLead, lead, description, actions } = grounds;
  if (usesModel.test(lead) || goesOn(lead) || /\bgenerates\b/.test(description.slice(0, 160))) return undefined;
  const isAgreed =
    byLead !== undefined && (isHarmless(byLead) || byLead.deed === byName?.deed || byLead.verb === 'rename');
  if (isAgreed) return ground('description', byLead.deed, byLead.verb);
  const makes = byLead !== undefined && generating.has(byLead.deed);
  if (!makes && gratis !== undefined) return ground('description', 'free', gratis);
  if (actions?.allHarmless === true) return actions.why[0];
  return byLead === undefined ? sameThing(grounds) : undefined;
}

const generating: ReadonlySet<Deed> = new Set<Deed>(['make', 'think', 'run']);

/** A first sentence without a verb that we know, which speaks of what the name speaks of. */
function sameThing({ description, wholeText, nameWords, parts }: CostGrounds): Evidence | undefined {
  const start = `${description.slice(0, 240)} ${wholeText.slice(0, 400)}`;
  const shared = nameWords.find((word) => word.length > 3 && start.includes(word.replace(/s$/, '')));
  const sends = /\s-x\s+(?:post|put|patch)\b/.test(wholeText);
  return shared === undefined || sends || bringsMedia(parts) ? undefined : ground('description', 'same', shared);
}

function bringsMedia(parts: Classification['arguments']): boolean {
  return (parts.image ?? parts.video ?? parts.sound) !== undefined;
}

/** Whether a name alone leaves no doubt: others could as well look with the help of a model. */
function onlyLooks({ deed, verb, things }: Role): boolean {
  const isAboutWork = things.some((thing) => thing === 'state' || thing === 'job' || thing === 'account');
  return deed === 'read'
    ? plainLooks.has(verb) || isAboutWork
    : deed === 'wait' || deed === 'cancel' || deed === 'erase';
}

const plainLooks = new Set(['list', 'get', 'retrieve', 'fetch', 'search']);

/** Whether a first sentence that begins harmlessly goes on to make something: "finds sources and answers". */
function goesOn(lead: string): boolean {
  return [...lead.matchAll(/\b(?:and|then) (?:\w+ly )?(\w+)((?: \w+){0,3})/g)].some(([, word = '', rest = '']) => {
    const known = /(?:ing|ed)$/.test(word) ? undefined : verbIn(word);
    if (known?.deed !== 'make' && known?.deed !== 'think') return false;
    const things = rest.split(' ').flatMap((other) => thingOf(other) ?? []);
    const isKept = things.includes('setting') || things.includes('record');
    return !isKept && (thingOf(word) === undefined || /^ (?:an?|the|it|them|your|new)\b/.test(rest));
  });
}

/** A model at work is named with what works with it. */
const usesModel =
  /\b(?:ai|llm|gpt|vision|model)(?: |-)(?:powered|based|driven)\b|\b(?:using|with|via|by) (?:\w+ ){0,3}?(?:ai|llms?|gpt|language models?|vision(?: models?)?)\b|\b(?:upscaled?|enhanced|high.definition) (?:version|image|video|clip)\b|\b(?:new|another|fresh) (?:image|video|variation|picture|take|version|scene|view)s?\b|\bnovel view\b|\bre.?render|\baloud\b/;

/** What is updated, the description says: a new name costs nothing, whatever bears it. */
function isRenaming(byName: Role, byLead: Role | undefined): boolean {
  return byName.verb === 'update' && byLead?.verb === 'rename';
}

/** Asking what something would cost brings all that it would be made of, and makes nothing. */
function isPricing(role: Role | undefined): boolean {
  return role !== undefined && /^(?:estimate|calculate|quote)$/.test(role.verb) && role.things.includes('account');
}

/** An argument that makes a tool generate whatever its name says: text to work on, a shape for what is made, a file, a wish. */
function makingPart(grounds: CostGrounds): string | undefined {
  const { byName, parts } = grounds;
  if (byName === undefined) return undefined;
  const shaping = (Object.keys(parts) as Part[]).find((part) => makingParts.has(part));
  const shape = shaping === undefined ? undefined : parts[shaping]?.join(', ');
  return textToWorkOn(byName, parts.prompt?.[0]) ?? shape ?? fileOrWish(byName, grounds.handles());
}

function textToWorkOn({ deed, verb, things }: Role, prompt: string | undefined): string | undefined {
  const named = wordsOfName(prompt?.split('.').at(-1) ?? '');
  const asksForWork = deed === 'read' && !onlyLists.has(verb);
  const isText = (asksForWork || things.includes('media')) && named.some((word) => givenText.has(word));
  return isText || named.some((word) => promptWords.has(word)) ? prompt : undefined;
}

/** A file that is not only handed on; or, where media are fetched, an argument that does not say which of those that are there. */
function fileOrWish({ deed, verb, things }: Role, { files, others }: Handles): string | undefined {
  const isHandedOn = handingOn.has(verb) && (deed === 'local' || others.length === 0);
  if (!isHandedOn && files[0] !== undefined) return files[0];
  const isKept = things.some((thing) => thing === 'job' || thing === 'record' || thing === 'state');
  return fetching.has(verb) && things.includes('media') && !isKept ? others[0] : undefined;
}

const onlyLists = new Set(['list', 'search', 'find', 'browse']);
const promptWords = new Set(['prompt', 'prompts', 'lyrics']);
const givenText = new Set(
  'text texts script sentence content utterance instruction instructions what question'.split(' '),
);
const fetching = new Set('get fetch retrieve show view display download'.split(' '));

function withoutFree(description: string): string {
  return freeSigns.reduce((text, sign) => text.replace(new RegExp(sign, 'g'), ' '), description);
}

function firstIn(signs: readonly RegExp[], text: string): string | undefined {
  for (const sign of signs) {
    const match = sign.exec(text);
    if (match !== null) return match[0].trim();
  }
  return undefined;
}
