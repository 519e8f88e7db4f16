import { isHarmless } from './is-harmless.js';
import type { ReadActions } from './read-actions.js';
import type { Evidence, Classification } from './classification.js';
import type { Role } from './read-role.js';
import { wordsOfName } from './text.js';
import { makingParts, type Part } from './words/arguments.js';
import type { Deed } from './words/verbs.js';
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
  readonly argumentCount: number;
  readonly actions: ReadActions | undefined;
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
  const { byName, description, nameWords, parts, actions } = grounds;
  const gratis = firstIn(freeSigns, description);
  const charge = firstIn(costSigns, gratis === undefined ? description : withoutFree(description));
  if (charge !== undefined) return paid(ground('description', 'costs', charge));
  const nameSays =
    byName === undefined ? ground('name', 'unclear', nameWords.join(' ')) : ground('name', byName.deed, byName.verb);
  if (!isNamedHarmless(grounds, gratis !== undefined)) return paid(nameSays);
  if (actions?.generates === true) return paid(nameSays, ...actions.why);
  const making = isPlan(byName) || isPricing(byName) ? undefined : makingPart(parts, byName);
  if (making !== undefined) return paid(nameSays, ground('arguments', 'makes', (parts[making] ?? []).join(', ')));
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
function bareWitness({ byName, parts, argumentCount }: CostGrounds): Evidence | undefined {
  const asksLittle = argumentCount <= 6 && parts.prompt === undefined && !bringsMedia(parts);
  const isPlain = byName !== undefined && onlyLooks(byName);
  return asksLittle && isPlain ? ground('arguments', 'reads', String(argumentCount)) : undefined;
}

/** What else says that nothing is generated; undefined where nothing does, or where it says otherwise. */
function secondWitness(grounds: CostGrounds, gratis: string | undefined): Evidence | undefined {
  const { byName, byLead, lead, actions } = grounds;
  if (usesModel.test(lead)) return undefined;
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

/** A model at work is named with what works with it. */
const usesModel =
  /\b(?:ai|llm|gpt|vision|model)(?: |-)(?:powered|based|driven)\b|\b(?:using|with|via|by) (?:\w+ ){0,3}?(?:ai|llms?|gpt|language models?|vision(?: models?)?)\b|\b(?:upscaled?|high.definition) version\b/;

/** What is updated, the description says: a new name costs nothing, whatever bears it. */
function isRenaming(byName: Role, byLead: Role | undefined): boolean {
  return byName.verb === 'update' && byLead?.verb === 'rename';
}

/** Asking what something would cost brings all that it would be made of, and makes nothing. */
function isPricing(role: Role | undefined): boolean {
  return role !== undefined && /^(?:estimate|calculate|quote)$/.test(role.verb) && role.things.includes('account');
}

/** An argument that makes a tool generate whatever its name says; text to be turned into media is one. */
function makingPart(parts: Classification['arguments'], role: Role | undefined): Part | undefined {
  const named = wordsOfName(parts.prompt?.[0]?.split('.').at(-1) ?? '');
  const isText = role?.things.includes('media') === true && named.some((word) => givenText.has(word));
  const isPrompt = isText || named.includes('prompt') || named.includes('prompts') || named.includes('lyrics');
  return (Object.keys(parts) as Part[]).find((part) => makingParts.has(part) || (part === 'prompt' && isPrompt));
}

const givenText = new Set([
  'text',
  'texts',
  'script',
  'sentence',
  'content',
  'utterance',
  'instruction',
  'instructions',
  'what',
]);

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
