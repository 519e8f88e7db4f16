import { isJsonObject, type JsonObject } from '../../model/json.js';
import { wordsOfName } from './text.js';

/** One argument of a tool, nested ones included. */
export interface Field {
  /** Dotted. */
  readonly path: string;
  /** Its own name in small words: `imageUrls` → "image urls". */
  readonly words: string;
  /** The same after the name of the object it is in: `model.id` → "model id"; equal to `words` at the top. */
  readonly qualified: string;
  /** JSON types it may have; empty where the schema does not say. */
  readonly types: ReadonlySet<string>;
  /** Types of a list's items. */
  readonly items: ReadonlySet<string>;
  /** Values it may have, where they are named. */
  readonly choices: readonly (string | number | boolean)[];
  /** In small letters. */
  readonly description: string;
  readonly depth: number;
  /** An object whose arguments are listed as well. */
  readonly entered: boolean;
  readonly required: boolean;
  /** An object whose own arguments are not named. */
  readonly open: boolean;
}

const mostFields = 300;
const deepest = 3;

/** All arguments that a JSON schema names, in its order; objects inside are entered three levels deep. */
export function fieldsOf(schema: unknown): readonly Field[] {
  const fields: Field[] = [];
  if (isJsonObject(schema)) collect({ root: schema, fields }, schema, { path: '', words: '' }, 0);
  return fields;
}

interface Walk {
  readonly root: JsonObject;
  readonly fields: Field[];
}

function collect(walk: Walk, schema: JsonObject, above: Pick<Field, 'path' | 'words'>, depth: number): void {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  for (const [name, given] of Object.entries(propertiesOf(schema))) {
    if (walk.fields.length >= mostFields) return;
    const forms = formsOf(walk.root, given, 0);
    const inner = forms.filter((form) => Object.keys(propertiesOf(form)).length > 0);
    const path = `${above.path}${name}`;
    const words = wordsOfName(name).join(' ');
    walk.fields.push({
      path,
      words,
      qualified: above.words === '' ? words : `${above.words} ${words}`,
      types: new Set(forms.flatMap(typesOf)),
      items: new Set(forms.flatMap((form) => formsOf(walk.root, form['items'], 0)).flatMap(typesOf)),
      choices: forms.flatMap(choicesOf),
      description: textOf(isJsonObject(given) ? given : {}, forms),
      depth,
      entered: inner.length > 0,
      required: required.includes(name),
      open: inner.length === 0 && forms.some((form) => typesOf(form).includes('object')),
    });
    if (depth >= deepest) continue;
    const entered = new Set<string>();
    for (const form of inner) {
      const fresh = Object.keys(propertiesOf(form)).filter((key) => !entered.has(key));
      const properties = propertiesOf(form);
      const rest = Object.fromEntries(fresh.map((key) => [key, properties[key]]));
      collect(walk, { required: form['required'], properties: rest }, { path: `${path}.`, words }, depth + 1);
      for (const key of fresh) entered.add(key);
    }
  }
}

function propertiesOf(schema: JsonObject): JsonObject {
  const own = schema['properties'];
  return isJsonObject(own) ? own : {};
}

/** A schema with what it refers to and what it may be instead. */
function formsOf(root: JsonObject, schema: unknown, depth: number): JsonObject[] {
  if (!isJsonObject(schema) || depth > 6) return [];
  const target = typeof schema['$ref'] === 'string' ? referred(root, schema['$ref']) : undefined;
  const others = ['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
    Array.isArray(schema[key]) ? (schema[key] as unknown[]) : [],
  );
  return [schema, ...[target, ...others].flatMap((form) => formsOf(root, form, depth + 1))];
}

function referred(root: JsonObject, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  let here: unknown = root;
  for (const key of reference.slice(2).split('/')) {
    here = isJsonObject(here) && Object.hasOwn(here, key) ? here[key] : undefined;
  }
  return here;
}

function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return type.filter((one) => typeof one === 'string');
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map((choice) => typeof choice))];
  return isJsonObject(schema['properties']) ? ['object'] : [];
}

function choicesOf(schema: JsonObject): (string | number | boolean)[] {
  const listed: unknown[] = Array.isArray(schema['enum']) ? schema['enum'] : [];
  const all = Object.hasOwn(schema, 'const') ? [...listed, schema['const']] : listed;
  return all.filter(
    (choice) => typeof choice === 'string' || typeof choice === 'number' || typeof choice === 'boolean',
  );
}

function textOf(given: JsonObject, forms: readonly JsonObject[]): string {
  const own = given['description'] ?? forms.map((form) => form['description']).find((text) => typeof text === 'string');
  return typeof own === 'string' ? own.slice(0, 300).toLowerCase() : '';
}
