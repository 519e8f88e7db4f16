import { isJsonObject, type JsonObject } from '../model/json.js';
import type { InputForm } from '../model/input-form.js';
import type { ToolView } from './lens.js';
import { propertyAt } from './schema-property.js';

/** The form in which a tool takes an input, and what says so. */
export interface FormReading {
  readonly form: InputForm;
  /** `profile` (a person or preset), the schema's `encoding` or `format`, the argument's `name`, its `description`, or `nothing`. */
  readonly because: 'profile' | 'encoding' | 'format' | 'name' | 'description' | 'nothing';
}

const names: readonly (readonly [RegExp, InputForm])[] = [
  [/(^|_)data_?ur[il]s?$/, 'data-url'],
  [/(^|_)(url|uri|link|href)s?$/, 'url'],
  [/(^|_)(base64|b64|bytes|blob|data)s?($|_)/, 'base64'],
  [/(^|_)(path|file|file_?name|file_?path)s?$/, 'path'],
];

/** A path goes first: a server that takes several forms is spared the most with it. */
const words: readonly (readonly [RegExp, InputForm])[] = [
  [/(?<!\b(?:no|not|not an?|never an?|without) (?:\w+ )?)\bpaths?\b|file:\/\//, 'path'],
  [/\bdata[ -]?ur[il]s?\b|\bdata:/, 'data-url'],
  [/\bur[il]s?\b|https?:/, 'url'],
  [/\bbase ?64\b/, 'base64'],
];

/**
 * How a tool wants an input, by what its profile says, else by encoding, format, name and description of the argument, in
 * this order. Where nothing says so, a server on this machine gets a path and one elsewhere an address.
 * @param where dotted path of the argument
 */
export function inputFormOf(tool: Pick<ToolView, 'profile' | 'schema' | 'isRemote'>, where: string): FormReading {
  const said = saidOf(tool.profile.inputForm, where);
  if (said !== undefined) return { form: said, because: 'profile' };
  const property = propertyAt(tool.schema, where);
  const read = readOf(isJsonObject(property['items']) ? [property, property['items']] : [property], where);
  const found = read ?? { form: 'path', because: 'nothing' };
  // What lies on this machine says nothing to a server elsewhere.
  return tool.isRemote === true && found.form === 'path' ? { ...found, form: 'url' } : found;
}

function saidOf(said: ToolView['profile']['inputForm'], where: string): InputForm | undefined {
  if (typeof said !== 'object') return said;
  const parts = where.split('.');
  const paths = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'));
  const path = paths.find((each) => Object.hasOwn(said, each));
  return path === undefined ? undefined : said[path];
}

function readOf(properties: readonly JsonObject[], where: string): FormReading | undefined {
  const texts = (key: string): readonly string[] =>
    properties.flatMap((property) => (typeof property[key] === 'string' ? [property[key]] : []));
  if (texts('contentEncoding').includes('base64')) return { form: 'base64', because: 'encoding' };
  if (texts('format').some((format) => /^(?:ur[il]|iri)(?:-reference)?$/.test(format))) {
    return { form: 'url', because: 'format' };
  }
  const last = where.split('.').at(-1) ?? where;
  const name = last
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  const byName = names.find(([sign]) => sign.test(name));
  if (byName !== undefined) return { form: byName[1], because: 'name' };
  const description = texts('description').join(' ').slice(0, 1000).toLowerCase();
  const byWords = words.find(([sign]) => sign.test(description));
  return byWords === undefined ? undefined : { form: byWords[1], because: 'description' };
}
