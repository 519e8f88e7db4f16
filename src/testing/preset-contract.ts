import { costs } from '../gate/costs.js';
import { readRequest, type ToolView } from '../gate/lens.js';
import { accepts, propertyAt } from '../gate/schema-property.js';
import { quoteOf } from '../ledger/quote-of.js';
import { argumentAt, withArgument } from '../model/argument-path.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { modelParts } from '../model/model-place.js';
import { profileSchema, type Profile } from '../model/profile.js';
import type { Preset } from '../upstreams/presets/preset.js';
import type { TestFunctions } from './store-contract-kit.js';

/** The tool list of a real server, as far as a preset needs it. */
export interface ToolList {
  /** What the server is published as. */
  readonly package: string;
  readonly version: string;
  readonly license: string;
  /** `recorded`: listed by the running server; `written`: by hand, from its documentation or source. */
  readonly origin: 'recorded' | 'written';
  /** The name by which the server introduces itself. */
  readonly server: string;
  /** Tools that the preset leaves to the classifier on purpose. */
  readonly left?: readonly string[];
  /** Arguments of a usual call, by tool, where the required ones alone do not tell what it costs. */
  readonly samples?: Readonly<Record<string, JsonObject>>;
  readonly tools: readonly { readonly name: string; readonly inputSchema: JsonObject }[];
}

interface Subject {
  readonly preset: Preset;
  readonly list: ToolList;
  readonly schemas: ReadonlyMap<string, JsonObject>;
  readonly paid: readonly (readonly [string, Profile])[];
}

/**
 * Declares the tests that every preset must pass beside the tool list of the server it describes.
 * @param functions the test runner's own functions, e.g. those of vitest
 */
export function presetContract(preset: Preset, list: ToolList, { it, expect }: TestFunctions): void {
  const subject: Subject = {
    preset,
    list,
    schemas: new Map(list.tools.map(({ name, inputSchema }) => [name, inputSchema])),
    paid: Object.entries(preset.paid).map(([tool, input]) => [tool, profileSchema.parse(input)] as const),
  };
  const tell = (name: string, objections: (subject: Subject) => readonly string[]): void => {
    it(name, () => Promise.resolve(void expect(objections(subject)).toEqual([])));
  };
  tell('knows every tool of its server once, or leaves it out on purpose', unknownTools);
  tell('knows by which name its server introduces itself', ({ preset: { servers = [] } }) =>
    servers.includes(list.server) ? [] : [`servers does not name "${list.server}"`],
  );
  tell('reads only arguments that the tools have', missingArguments);
  tell('prices only models and values that the tools take', impossibleValues);
  tell('learns how a job stands from a tool that costs nothing', (each) => brokenJobs(withFreeLooks(each)));
  tell('gives a status tool what the paid call has', missingFromCall);
  tell('has a price only for calls that can be made', impossibleCalls);
  tell('says where and when it read each price', undatedPrices);
  tell('quotes a usual call of every tool it has a price for', unquotedCalls);
  tell('leaves a call as it was when it reads it', changedCalls);
}

function unknownTools({ preset, list, schemas }: Subject): string[] {
  const paid = Object.keys(preset.paid);
  const known = [...preset.free, ...paid, ...(list.left ?? [])];
  return [
    ...[...schemas.keys()].filter((tool) => !known.includes(tool)).map((tool) => `${tool} is neither free nor paid`),
    ...known.filter((tool) => !schemas.has(tool)).map((tool) => `the server has no tool ${tool}`),
    ...known.filter((tool, at) => known.indexOf(tool) !== at).map((tool) => `${tool} is named twice`),
    ...paid.filter((tool) => preset.paid[tool]?.paid !== true).map((tool) => `${tool} must say paid: true`),
  ];
}

function missingArguments({ paid, schemas }: Subject): string[] {
  return paid.flatMap(([tool, profile]) =>
    pathsOf(profile)
      .filter((path) => !isIn(schemas.get(tool) ?? {}, path))
      .map((path) => `${tool} has no argument ${path}`),
  );
}

/** Every argument that a profile names. */
function pathsOf({ arguments: map, freeWhen, kindBy, price }: Profile): string[] {
  const { inputs, model = [], ...single } = map;
  const named = Object.values(single).map((said) => (typeof said === 'object' ? said.argument : said));
  const deciding = price?.factors.map(({ argument }) => argument) ?? [];
  return [...inputs, ...[model].flat(), ...named, ...deciding, freeWhen?.argument, kindBy?.argument].filter(
    (path) => path !== undefined,
  );
}

/** Whether a schema has an argument; an object whose properties it does not list may have any. */
function isIn(schema: JsonObject, path: string): boolean {
  const [key = '', ...rest] = path.split('.');
  const branches = [schema['anyOf'], schema['oneOf'], schema['allOf']].filter((of): of is unknown[] =>
    Array.isArray(of),
  );
  if (branches.flat().some((branch) => isJsonObject(branch) && isIn(branch, path))) return true;
  const properties = schema['properties'];
  if (!isJsonObject(properties)) return isOpen(schema);
  const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
  if (!isJsonObject(property)) return false;
  return rest.length === 0 || isIn(property, rest.join('.'));
}

function isOpen(schema: JsonObject): boolean {
  return schema['type'] === 'object' && schema['additionalProperties'] !== false;
}

function impossibleValues({ paid, schemas }: Subject): string[] {
  return paid.flatMap(([tool, { arguments: map, freeWhen, price }]) => {
    const schema = schemas.get(tool) ?? {};
    const at = (path: string | undefined): JsonObject => (path === undefined ? {} : propertyAt(schema, path));
    const values = [
      ...Object.keys(price?.models ?? {}).flatMap((model) => modelParts(map.model, model) ?? []),
      ...(price?.factors ?? []).map(({ argument, equals }) => [argument, equals] as const),
      ...(freeWhen?.values ?? []).map((value) => [freeWhen?.argument, value] as const),
    ];
    const homeless = Object.keys(price?.models ?? {}).filter(
      (model) => map.model !== undefined && modelParts(map.model, model) === undefined,
    );
    return [
      ...values.filter(([path, value]) => value !== undefined && !accepts(at(path), value)),
      ...homeless.map((model) => [[map.model].flat().join('/'), model] as const),
    ].map(([path, value]) => `${tool}: ${String(path)} takes no ${JSON.stringify(value)}`);
  });
}

function brokenJobs({ preset, paid, schemas }: Subject): string[] {
  return paid.flatMap(([tool, { outcome }]) => {
    const { job } = outcome;
    if (job === undefined) return [];
    const { status, lists } = job;
    const schema = schemas.get(status.tool);
    return [
      ...[status, ...lists]
        .filter((asked) => !preset.free.includes(asked.tool))
        .map((asked) => `${tool}: ${asked.tool} is not free`),
      ...[...(status.argument === undefined ? [] : [status.argument]), ...Object.keys(status.arguments)]
        .filter((path) => schema === undefined || !isIn(schema, path))
        .map((path) => `${tool}: ${status.tool} has no argument ${path}`),
    ];
  });
}

/** With the tools counted among the free ones that cost in other calls only than the one that asks for a job. */
function withFreeLooks(subject: Subject): Subject {
  const { paid, preset } = subject;
  const looks = paid.flatMap(([, { outcome }]) => outcome.job?.status ?? []);
  const free = looks.filter(({ tool, arguments: args }) =>
    paid.some(([name, of]) => name === tool && !costs(of, args)),
  );
  return { ...subject, preset: { ...preset, free: [...preset.free, ...free.map(({ tool }) => tool)] } };
}

function missingFromCall({ paid, schemas }: Subject): string[] {
  return paid.flatMap(([tool, { outcome }]) => {
    const { status } = outcome.job ?? {};
    return [status, status?.result].flatMap((asked) =>
      Object.entries(asked?.fromCall ?? {}).flatMap(([own, path]) => [
        ...(isIn(schemas.get(asked?.tool ?? '') ?? {}, own) ? [] : [`${String(asked?.tool)} has no argument ${own}`]),
        ...(isIn(schemas.get(tool) ?? {}, path) ? [] : [`${tool} has no argument ${path}`]),
      ]),
    );
  });
}

function impossibleCalls({ paid, schemas }: Subject): string[] {
  return paid.flatMap(([tool, { price }]) => {
    const schema = schemas.get(tool) ?? {};
    return Object.entries(price?.when ?? {})
      .filter(
        ([path, values]) => !isIn(schema, path) || !values.every((value) => accepts(propertyAt(schema, path), value)),
      )
      .map(([path, values]) => `${tool}: ${path} takes not each of ${JSON.stringify(values)}`);
  });
}

function undatedPrices({ preset }: Subject): string[] {
  return Object.entries(preset.paid).flatMap(([tool, { price }]) =>
    price === undefined || (price.source !== undefined && (price.asOf !== undefined || price.quality === 'estimate'))
      ? []
      : [`the price of ${tool} has no source, or claims to be exact without a date`],
  );
}

function unquotedCalls(subject: Subject): string[] {
  return subject.paid.flatMap(([tool, profile]) => {
    if (profile.price === undefined) return [];
    const request = readRequest(viewOf(subject, tool, profile), sampleOf(subject, tool));
    if (!('server' in request)) return [`${tool} cannot be read: ${JSON.stringify(request)}`];
    const quote = quoteOf(profile, request);
    return quote.status === 'unknown' ? [`${tool} has no price: ${quote.why}`] : [];
  });
}

function changedCalls(subject: Subject): string[] {
  return subject.paid.flatMap(([tool, profile]) => {
    const call = sampleOf(subject, tool);
    const before = JSON.stringify(call);
    const request = readRequest(viewOf(subject, tool, profile), call);
    if (!('server' in request)) return [`${tool} cannot be read: ${JSON.stringify(request)}`];
    const after = pathsOf(profile)
      .filter((path) => argumentAt(request.sent, path) !== undefined)
      .reduce((args, path) => withArgument(args, path, argumentAt(args, path)), request.sent);
    return JSON.stringify(after) === before ? [] : [`${tool}: ${before} became ${JSON.stringify(after)}`];
  });
}

function viewOf({ preset, schemas }: Subject, tool: string, profile: Profile): ToolView {
  return { server: preset.name, name: tool, exposed: tool, profile, schema: schemas.get(tool) ?? {} };
}

/** A usual call: the required arguments, each with a value its schema takes, and what the list says beside them. */
function sampleOf({ list, schemas }: Subject, tool: string): JsonObject {
  const schema = schemas.get(tool) ?? {};
  const { required } = schema;
  const names = Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
  const filled = Object.fromEntries(names.map((name) => [name, valueFor(propertyAt(schema, name))]));
  return { ...filled, ...list.samples?.[tool] };
}

function valueFor(property: JsonObject): unknown {
  if ('default' in property) return property['default'];
  if ('const' in property) return property['const'];
  const { type, minimum } = property;
  if (Array.isArray(property['enum'])) return property['enum'][0];
  if (type === 'number' || type === 'integer') return typeof minimum === 'number' ? minimum : 1;
  if (type === 'boolean') return false;
  if (type === 'array') return [];
  if (type === 'object') return {};
  return 'A red fox in fresh snow';
}
