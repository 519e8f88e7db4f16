import { recordedLink, readAssetName, type AssetName } from '../model/asset-name.js';
import { argumentAt, withArgument } from '../model/argument-path.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Asset } from '../model/take.js';
import { shortened } from '../model/shortened.js';
import { inputFormOf, type FormReading } from './input-form.js';
import type { BadArgument, ToolView } from './lens.js';
import type { GatePorts } from './ports.js';

/** The inputs of one call: named by what they are, and what the tool gets for each name. */
export interface NamedInputs {
  /** With the id of each asset in its place, whichever way it was given: what is judged, recorded and compared. */
  readonly arguments: unknown;
  /** Puts in what the tool wants; everything else stays. */
  readonly bind: (args: JsonObject) => JsonObject;
}

type NamingPorts = Pick<GatePorts, 'store' | 'inputs'>;

/** What is to be named in a call. */
export interface Naming {
  readonly tool: Pick<ToolView, 'profile' | 'schema' | 'isRemote'>;
  readonly project: string;
  readonly arguments: unknown;
  /** Dotted paths of the arguments that may name assets. */
  readonly paths: readonly string[];
  /** Only addresses of ours are names; ids, paths and content are left as they are. */
  readonly linksOnly?: boolean | undefined;
}

/** Deepest nesting of an argument that is looked through. */
const maxDepth = 20;
/** Given content that is longer is recorded by its digest. */
const longestRecorded = 2000;

/**
 * Finds which outputs a call starts from (by id, take, path, address or content) and prepares them in the form that the
 * tool takes, before anything is spent.
 * @returns every input that names an output which is not there or cannot be handed over, or the named inputs
 */
export async function nameInputs(ports: NamingPorts, naming: Naming): Promise<NamedInputs | readonly BadArgument[]> {
  const { arguments: given, paths } = naming;
  if (ports.inputs === undefined || !isJsonObject(given)) return unnamed(given);
  const leaves = paths.flatMap((path) => leavesOf(argumentAt(given, path), path));
  if (leaves.length === 0) return unnamed(given);
  const names = new Map<string, string>();
  const values = new Map<string, string>();
  const bad: BadArgument[] = [];
  for (const { where, text } of leaves) {
    if (names.has(keyOf(where, text))) continue;
    const named = await nameOne(ports, naming, where, text);
    if (named === undefined) continue;
    if ('expected' in named) {
      bad.push(named);
      continue;
    }
    names.set(keyOf(where, text), named.name);
    values.set(keyOf(where, named.name), named.value);
  }
  if (bad.length > 0) return bad;
  if (names.size === 0) return unnamed(given);
  const over = (args: JsonObject, by: ReadonlyMap<string, string>): JsonObject => replaced(args, paths, by);
  return { arguments: over(given, names), bind: (args) => over(args, values) };
}

/** A tool whose schema is held against what it would get, not against the names of it. */
export function boundTool(tool: ToolView, { bind }: Pick<NamedInputs, 'bind'>): ToolView {
  const { validate } = tool;
  if (validate === undefined) return tool;
  return { ...tool, validate: (args, open) => validate(bind(args), open) };
}

function unnamed(given: unknown): NamedInputs {
  return { arguments: given, bind: (args) => args };
}

interface Leaf {
  readonly where: string;
  readonly text: string;
}

const keyOf = (where: string, text: string): string => `${where}\n${text}`;

/** The texts of an argument, with the names that lead to them; places in a list have no name of their own. */
function leavesOf(value: unknown, where: string, depth = 0): readonly Leaf[] {
  if (typeof value === 'string') return value === '' ? [] : [{ where, text: value }];
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item) => leavesOf(item, where, depth + 1));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${where}.${key}`, depth + 1));
}

function replaced(args: JsonObject, paths: readonly string[], by: ReadonlyMap<string, string>): JsonObject {
  const over = (value: unknown, where: string, depth: number): unknown => {
    if (typeof value === 'string') return by.get(keyOf(where, value)) ?? value;
    if (depth > maxDepth) return value;
    if (Array.isArray(value)) return value.map((item) => over(item, where, depth + 1));
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, over(inner, `${where}.${key}`, depth + 1)]),
    );
  };
  let changed = args;
  for (const path of paths) {
    const value = argumentAt(changed, path);
    if (value !== undefined) changed = withArgument(changed, path, over(value, path, 0));
  }
  return changed;
}

interface Named {
  readonly name: string;
  /** What the tool gets. */
  readonly value: string;
}

/** What one text names; undefined when it is to stay as it is. */
async function nameOne(
  ports: NamingPorts,
  naming: Naming,
  where: string,
  text: string,
): Promise<Named | BadArgument | undefined> {
  const { tool, project, linksOnly = false } = naming;
  if (linksOnly && !text.startsWith('greenlight://')) return undefined;
  if (/^sha256:[0-9a-f]{64}$/.test(text)) {
    return badOf(where, text, 'the content itself: this is the digest that was recorded of it');
  }
  const name = readAssetName(text);
  const reading = inputFormOf(tool, where);
  if (name === undefined) return byContent(ports, project, text, reading);
  const found = await byName(ports, project, name);
  if (typeof found === 'string') return mayBeOther(name, reading) ? undefined : badOf(where, text, found);
  const given = await ports.inputs?.give(found.asset, reading.form, found.take);
  if (given === undefined || 'expected' in given) return badOf(where, text, given?.expected ?? 'an asset');
  return { name: recordedLink(found.asset.id), value: given.value };
}

/** A bare id that is not ours may be the provider's, where nothing says that the tool wants a file. */
function mayBeOther(name: AssetName, { because }: FormReading): boolean {
  return name.kind === 'asset' && !name.isSure && (because === 'nothing' || name.id.length < 64);
}

interface Found {
  readonly asset: Asset;
  readonly take: string;
}

/** The output that a name stands for, or what was expected of the name. */
async function byName({ store }: NamingPorts, project: string, name: AssetName): Promise<Found | string> {
  if (name.kind === 'unknown') return 'greenlight://asset/ID as `take` names it';
  if (name.kind === 'take') {
    const take = await store.take(name.take);
    if (take === undefined || take.project !== project) return 'a take of this project; call `take` for the list';
    const asset = take.assets[name.output - 1];
    if (asset !== undefined) return { asset, take: take.id };
    return `a take with ${String(name.output)} output(s) kept; ${take.id} has ${String(take.assets.length)}`;
  }
  const takes = await store.takes({ project, asset: name.id });
  const found = takes.flatMap(({ id, assets }) =>
    assets.filter((asset) => asset.id.startsWith(name.id)).map((asset) => ({ asset, take: id })),
  );
  const [first] = found;
  if (first === undefined) return 'an asset of this project; call `take` for the list';
  return found.every(({ asset }) => asset.id === first.asset.id) ? first : 'more digits of the id: several begin so';
}

/** An output that was given by its path, its address or its very content. */
async function byContent(
  { store, inputs }: NamingPorts,
  project: string,
  text: string,
  { form, because }: FormReading,
): Promise<Named | undefined> {
  const found = await byPlace({ store }, project, text);
  const content = found === undefined ? await inputs?.contentOf(text) : undefined;
  const same = content === undefined ? [] : await store.takes({ project, asset: content.id, limit: 1 });
  const asset = found ?? same[0]?.assets.find(({ id }) => id === content?.id);
  if (asset !== undefined) {
    // What was given inline is handed on as it was written, and so is an address where nothing says that it is unwanted.
    const isKept = content?.isInline === true || (because === 'nothing' && /^https?:/.test(text));
    return { name: recordedLink(asset.id), value: isKept ? text : await valueOf({ inputs }, asset, form, text) };
  }
  if (content?.isInline !== true || text.length <= longestRecorded) return undefined;
  return { name: `sha256:${content.id}`, value: text };
}

/** An asset in the form that the tool takes; where it cannot be had in it, as it was given. */
async function valueOf(
  { inputs }: Pick<NamingPorts, 'inputs'>,
  asset: Asset,
  form: FormReading['form'],
  text: string,
): Promise<string> {
  const given = await inputs?.give(asset, form, '');
  return given !== undefined && 'value' in given ? given.value : text;
}

async function byPlace(
  { store }: Pick<NamingPorts, 'store'>,
  project: string,
  text: string,
): Promise<Asset | undefined> {
  if (/^https?:\/\//.test(text)) {
    const takes = await store.takes({ project, asset: text });
    return takes.flatMap(({ assets }) => assets).find(({ source }) => source === text);
  }
  // The names of kept files say which take they are of.
  const id = /-(t_[0-9a-z]+)-[0-9a-f]{12}\.[\w.]+$/.exec(text)?.[1];
  const take = id === undefined ? undefined : await store.take(id);
  if (take === undefined || take.project !== project) return undefined;
  return take.assets.find(({ path }) => path === text || `file://${path}` === decoded(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function badOf(path: string, text: string, expected: string): BadArgument {
  return { path, found: shortened(text, 120), expected };
}
