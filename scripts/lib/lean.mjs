// What the programs do without, so that they start fast: a second JSON Schema validator, messages in 40 languages, the
// protocol library's schemas that nobody here asks for, a log's threads, and streams that only servers over HTTP need.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import ts from 'typescript';

const AJV_IMPORT = /import \{ n as AjvJsonSchemaValidator \} from "\.\/ajvProvider-[\w-]+\.mjs";/;
const LEAN_IMPORT =
  'import { CfWorkerJsonSchemaValidator as AjvJsonSchemaValidator } from "./validators/cfWorker.mjs";';

/** The table that the library makes of every type of the protocol, for those who check by a type's name. */
const ALL_TYPES = 'for (const key of SPEC_SCHEMA_KEYS) register(key, schemas_exports[key]);\n';
const ALL_LOGIN_TYPES = 'for (const [key, schema] of Object.entries(authSchemas)) register(key, schema);\n';
/** The only type that the library itself looks up there. */
const ASKED_TYPE = 'Implementation';

/** Says that a dependency is not what this file was written for. */
function changed(path) {
  return new Error(`${path} is not what it was: look at scripts/lib/lean.mjs`);
}

/** The protocol library's shim with the small validator (the one that checks tool arguments) in place of the large one. */
function leanShim(path) {
  const text = readFileSync(path, 'utf8');
  if (!AJV_IMPORT.test(text)) throw changed(path);
  return text.replace(AJV_IMPORT, LEAN_IMPORT);
}

/** A file of the protocol library whose table of types holds only what is looked up in it. */
function leanTable(path) {
  const text = readFileSync(path, 'utf8');
  const asked = withoutComments(text).matchAll(/\b(?:isSpecType|specTypeSchemas)\b(?:\.(\w+)|\[)/g);
  for (const [, name] of asked) if (name !== ASKED_TYPE) throw changed(path);
  if (!text.includes('const _specTypeSchemas = ')) return text;
  if (!text.includes(ALL_TYPES) || !text.includes(ALL_LOGIN_TYPES)) throw changed(path);
  const schema = `${ASKED_TYPE}Schema`;
  return text.replace(ALL_TYPES, `register('${schema}', ${schema});\n`).replace(ALL_LOGIN_TYPES, '');
}

function withoutComments(text) {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** A file of schemas in which each says that making it has no other effect: those that nobody names are left out. */
function leanSchemas(path) {
  const text = readFileSync(path, 'utf8');
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const made = statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations.map(({ initializer }) => initializer))
    .filter((value) => value !== undefined && ts.isCallExpression(value));
  if (made.length === 0) throw changed(path);
  const wrapped = made.reduceRight((rest, { pos, end }) => {
    return `${rest.slice(0, pos)} /* @__PURE__ */ (() => (${rest.slice(pos, end)}))()${rest.slice(end)}`;
  }, text);
  return wrapped;
}

/** Splits events of a server over HTTP: its base, which loads the runtime's streams of the web, is asked for with the first one. */
function leanEvents(path) {
  const text = readFileSync(path, 'utf8');
  const declared = 'class EventSourceParserStream extends TransformStream {';
  if (!text.includes(declared)) throw changed(path);
  const made = text.replace(declared, 'const makeStream = () => class extends TransformStream {');
  return `${made}\nlet Made;\nfunction EventSourceParserStream(options) { return new (Made ??= makeStream())(options); }`;
}

/** The log writes to standard error; what would write it from a thread of its own is never asked for. */
const NO_THREADS = "module.exports = class { constructor() { throw new Error('the log has no transports here'); } };";

const REPLACED = [
  { filter: /@modelcontextprotocol[\\/](client|server)[\\/]dist[\\/]shimsNode\.mjs$/, contents: leanShim },
  {
    filter: /@modelcontextprotocol[\\/](client|server)[\\/]dist[\\/](src|public|mcp)-[\w-]+\.mjs$/,
    contents: leanTable,
  },
  { filter: /@modelcontextprotocol[\\/](client|server)[\\/]dist[\\/]index\.mjs$/, contents: leanTable },
  { filter: /@modelcontextprotocol[\\/]core[\\/]dist[\\/](schemas|auth)-[\w-]+\.mjs$/, contents: leanSchemas },
  { filter: /eventsource-parser[\\/]dist[\\/]stream\.js$/, contents: leanEvents },
  { filter: /thread-stream[\\/]index\.js$/, contents: () => NO_THREADS },
  { filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/, contents: () => 'export { default as en } from "./en.js";' },
];

/** An esbuild plugin for the programs; the library keeps its imports as they are. */
export const lean = {
  name: 'lean',
  setup(build) {
    for (const { filter, contents } of REPLACED) {
      build.onLoad({ filter }, ({ path }) => ({ contents: contents(path), resolveDir: dirname(path) }));
    }
  },
};
