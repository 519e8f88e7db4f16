// Finds what nobody uses: exports of src/ that no file imports, files of src/ that no entry leads to, packages that no file names.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rootFrom } from './lib/arguments.mjs';
import { listFiles } from './lib/files.mjs';
import { EVERYTHING, readSource } from './lib/source.mjs';

const FOLDERS = ['src', 'test', 'scripts', 'examples', 'bench'];
const ENTRIES = [
  /^src\/(index|cli\/(main|serve|program)|studio\/bin)\.ts$/,
  /^src\/dashboard\/page\/main\.tsx$/,
  /^src\/(agents|testing)\/[^/]+\.ts$/,
  /^src\/(rules|mcp\/tools|upstreams\/presets)\/index\.ts$/,
];

const isEntry = (path) => ENTRIES.some((entry) => entry.test(path));
const isCode = (name) => /\.(tsx?|mts|js|mjs)$/.test(name) && !name.endsWith('.d.ts');

/** `./x.js` written in `from` → the file of ours it means, or undefined for a package. */
function resolveImport(from, specifier, known) {
  if (!specifier.startsWith('.')) return undefined;
  const target = posix.normalize(posix.join(dirname(from), specifier));
  return [
    target,
    target.replace(/\.js$/, '.ts'),
    target.replace(/\.js$/, '.tsx'),
    target.replace(/\.mjs$/, '.mts'),
  ].find((path) => known.has(path));
}

function unusedExports(sources, known) {
  const used = new Set();
  for (const { path, imports } of sources) {
    for (const { specifier, names } of imports) {
      for (const name of names) used.add(`${resolveImport(path, specifier, known)}#${name}`);
    }
  }
  const isUsed = (path, name) => used.has(`${path}#${name}`) || used.has(`${path}#${EVERYTHING}`);
  return sources
    .filter(({ path }) => path.startsWith('src/') && !isEntry(path))
    .flatMap(({ path, exports }) =>
      exports
        .filter(({ excused, name }) => !excused && !isUsed(path, name))
        .map(({ name }) => `${path}: nobody imports ${name}`),
    );
}

function unreachableFiles(sources, known) {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const queue = sources.map(({ path }) => path).filter(isEntry);
  const reached = new Set(queue);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    for (const { specifier } of byPath.get(path).imports) {
      const target = resolveImport(path, specifier, known);
      if (target === undefined || reached.has(target)) continue;
      reached.add(target);
      queue.push(target);
    }
  }
  return [...byPath.keys()]
    .filter((path) => path.startsWith('src/') && !reached.has(path))
    .map((path) => `${path}: no entry leads here`);
}

/** Commands a package brings along, so that a tool counts as used where its command is run. */
function commandsOf(root, name) {
  const path = join(root, 'node_modules', name, 'package.json');
  const { bin = {} } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return typeof bin === 'string' ? [name] : Object.keys(bin);
}

function unusedPackages(root, sources) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const namedIn = (files) =>
    new Set(files.flatMap(({ imports }) => imports.map(({ specifier }) => packageOf(specifier))));
  const shipped = namedIn(sources.filter(({ path }) => path.startsWith('src/')));
  const anywhere = namedIn(sources);
  const commands = [
    ...Object.values(manifest.scripts ?? {}),
    ...sources.filter(({ path }) => path.startsWith('scripts/')).map(({ text }) => text),
  ];
  const isRun = (name) =>
    commandsOf(root, name).some((command) => commands.some((text) => new RegExp(`\\b${command}\\b`).test(text)));
  const atRunTime = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }).filter(
    (name) => !shipped.has(name),
  );
  const inDevelopment = Object.keys(manifest.devDependencies ?? {}).filter(
    (name) => !name.startsWith('@types/') && !anywhere.has(name) && !isRun(name),
  );
  return [...atRunTime, ...inDevelopment].map((name) => `package.json: nothing uses ${name}`);
}

const root = rootFrom(process.argv);
const configs = listFiles(root, '.', (name) => /\.config\.[jt]s$/.test(name)).filter((path) => !path.includes('/'));
const sources = [...FOLDERS.flatMap((folder) => listFiles(root, folder, isCode)), ...configs].map((path) =>
  readSource(path, readFileSync(join(root, path), 'utf8')),
);
const known = new Set(sources.map(({ path }) => path));
const findings = [
  ...unusedExports(sources, known),
  ...unreachableFiles(sources, known),
  ...unusedPackages(root, sources),
];
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
