import type { JsonObject } from '../../model/json.js';
import { harmlessKind } from './harmless-kind.js';
import { isHarmless } from './is-harmless.js';
import { readActions } from './read-actions.js';
import { readArguments } from './read-arguments.js';
import { readCost, type Handles, type ReadCost } from './read-cost.js';
import { readKind, type ReadKind } from './read-kind.js';
import { roleOfName, roleOfSentence, type Role } from './read-role.js';
import type { Surroundings, Classification } from './classification.js';
import { fieldsOf, type Field } from './schema-fields.js';
import { leadOf, plainText, wordsOfName } from './text.js';

/** Reads a tool's definition: what it does, whether it costs, what its arguments mean, and why. Annotations are not heard. */
export function classifyTool(definition: JsonObject, { server }: Surroundings = {}): Classification {
  const nameWords = withoutServer(wordsOfName(textIn(definition, 'name')), server);
  const title = leadOf(plainText(textIn(definition, 'title')));
  const given = textIn(definition, 'description');
  const wholeText = (given === '' ? textIn(definition, 'title') : given).slice(0, 4000).toLowerCase();
  const description = plainText(given === '' ? title : given);
  const lead = leadOf(description);
  const fields = fieldsOf(definition['inputSchema']);
  const byName = roleOfName(nameWords);
  const byLead = roleOfSentence(lead);
  const actions = readActions(fields, description, nameWords);
  const required = new Set(fields.filter((field) => field.required).map(({ path }) => path));
  const parts = readArguments(fields).parts;
  const cost = readCost({
    lead,
    byName,
    byLead,
    nameWords,
    description,
    wholeText,
    parts,
    handles: () => handlesIn(fields, parts),
    actions,
  });
  const makes = byName?.deed === 'make' || byName?.deed === 'think';
  const words = { name: nameWords.join(' '), makes, title, lead, description, required };
  const { kind, why } = kindByRole(byName, byLead, cost) ?? readKind(words, parts);
  // What nobody could name keeps all its arguments: they are all that the gate has to go by.
  const isNameless = cost.paid && kind === 'utility' && (byName === undefined || !isHarmless(byName));
  const read = readArguments(fields, isNameless ? undefined : kind);
  const freeWhen = cost.paid ? actions?.freeWhen : undefined;
  return { kind, paid: cost.paid, freeWhen, arguments: read.parts, why: [...cost.why, why, ...read.why] };
}

const handle =
  /(?:^| )(?:ids?|uuid|key|slug|hash|names?|urls?|uris?|paths?|files?|filename|dir|directory|folder|pages?|limit|offset|cursor|size|count|format|type|query|q|search|filter|sort|order|by|index|status|date|time|since|until|after|before|fields|include|details?|token|tags?|version|max|min|bytes|dimension|output|wait|timeout|action|language|source|subfolder|pattern|results?)(?: |$)/;

function handlesIn(fields: readonly Field[], parts: Classification['arguments']): Handles {
  const media = new Set([parts.image, parts.video, parts.sound, parts.mask].flatMap((paths) => paths ?? []));
  const isLoose = !fields.some(({ required }) => required);
  const asked = fields.filter(({ depth, required }) => depth === 0 && (required || isLoose));
  const files = asked.filter(({ path }) => media.has(path));
  const others = asked.filter(({ words, types }) => !handle.test(words) && !(types.size === 1 && types.has('boolean')));
  return { count: fields.length, files: files.map(({ path }) => path), others: others.map(({ path }) => path) };
}

/** The kind of a tool that generates nothing, even where it is not sure that it is free. */
function kindByRole(byName: Role | undefined, byLead: Role | undefined, cost: ReadCost): ReadKind | undefined {
  if (byName === undefined) return cost.paid ? undefined : says('utility', '');
  const makesAfterAll =
    (byLead !== undefined && ['make', 'think', 'run'].includes(byLead.deed)) ||
    cost.why.some(({ says: said }) => said === 'makes');
  const fits = !cost.paid || (isHarmless(byName) && !makesAfterAll);
  return fits ? says(harmlessKind(byName), byName.verb) : undefined;
}

function says(kind: ReadKind['kind'], words: string): ReadKind {
  return { kind, why: { about: 'kind', from: 'name', says: kind, words } };
}

function textIn(definition: JsonObject, key: string): string {
  const value = definition[key];
  return typeof value === 'string' ? value : '';
}

/** A tool's name without its server's, which says nothing of the tool. */
function withoutServer(words: readonly string[], server: string | undefined): readonly string[] {
  const own = new Set(wordsOfName(server ?? ''));
  const at = words.findIndex((word) => !own.has(word));
  return at <= 0 ? words : words.slice(at);
}
