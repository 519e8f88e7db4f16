// Builds dist/: two self-contained programs (the command and the demo server), the library with its types, and assets.
// `--bin` builds the programs only, which takes a second.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { rootFrom } from './lib/arguments.mjs';
import { lean } from './lib/lean.mjs';

const HASHBANG = '#!/usr/bin/env node\n';
const OWN_URL = 'const greenlightUrl=require("node:url").pathToFileURL(__filename).href;';
const NATIVE = ['node:sqlite', '@photostructure/sqlite', '@resvg/resvg-js'];

/** A program as a module. Packages in it that are no modules call require(); the name must not meet one of theirs. */
const MODULE = {
  begin:
    "import { createRequire as greenlightCreateRequire } from 'node:module';\n" +
    'const require = greenlightCreateRequire(import.meta.url);',
  options: {},
};
/** A program that runs sooner: the runtime needs no module loader for it, and loads its own modules as they are asked for. */
const COMMAND = { begin: OWN_URL, options: { format: 'cjs', define: { 'import.meta.url': 'greenlightUrl' } } };
/** A script that src/cli/load-program.ts can load: its value is a function, and it imports nothing. */
const SCRIPT = {
  begin: `(function(exports,require,module,__filename,__dirname){${OWN_URL}`,
  options: { ...COMMAND.options, supported: { 'dynamic-import': false }, footer: { js: '})' } },
};

const PROGRAMS = [
  // The command is small and loads one of the other two: a client waits for it, and so do the servers that it starts. The two are
  // scripts, since only what a script was compiled to can be kept for the next start on every supported runtime.
  { entry: 'src/cli/main.ts', output: 'dist/greenlight.cjs', form: COMMAND, external: [] },
  { entry: 'src/cli/serve.ts', output: 'dist/serve.cjs', form: SCRIPT, external: NATIVE },
  { entry: 'src/cli/program.ts', output: 'dist/program.cjs', form: SCRIPT, external: NATIVE },
  { entry: 'src/studio/bin.ts', output: 'dist/studio.js', form: MODULE, external: NATIVE },
];
const ASSETS = [
  { from: 'src/studio/assets', to: 'dist/assets' },
  { from: 'src/mcp/view', to: 'dist/view' },
];
/** The dashboard's page: one script and one style sheet, nothing from elsewhere. */
const PAGE = {
  from: 'src/dashboard/page',
  to: 'dist/dashboard',
  script: 'main.tsx',
  copied: ['index.html', 'page.css', 'icon.svg'],
};

const common = { platform: 'node', target: 'node20', format: 'esm', bundle: true, logLevel: 'warning', write: false };

/** Says what is left out, so that a half-written tree still builds what it has. */
function isThere(root, path) {
  const found = existsSync(join(root, path));
  if (!found) console.error(`build: ${path} is not there yet, left out`);
  return found;
}

/** Replaces `path` in one step: a program that is being started by somebody else never sees half a file. */
function replaceFile(path, contents, mode) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  writeFileSync(draft, contents);
  if (mode) chmodSync(draft, mode);
  renameSync(draft, path);
}

/** A program begins with the digest of its text, by which what was compiled of it is found again. */
function marked(text) {
  return `/*${createHash('sha256').update(text).digest('hex')}*/${text}`;
}

async function buildProgram(root, { entry, output, form, external }) {
  const isStarted = form !== SCRIPT && !readFileSync(join(root, entry), 'utf8').startsWith('#!');
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(root, entry)],
    outfile: join(root, output),
    absWorkingDir: root,
    external,
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
    legalComments: 'none',
    plugins: [lean],
    banner: { js: `${isStarted ? HASHBANG : ''}${form.begin}` },
    ...form.options,
  });
  for (const { path, text } of outputFiles) {
    const ascii = inAscii(text, path);
    if (form === SCRIPT) replaceFile(path, marked(ascii));
    else replaceFile(path, ascii, 0o755);
  }
}

/**
 * The bundler leaves letters beyond ASCII only where they stand in regular expressions. One of them makes the engine keep
 * the whole program in two bytes a letter, which doubles what it reads at every start.
 */
function inAscii(text, path) {
  if (/raw`[^`]*[^\0-\x7f][^`]*`/.test(text)) throw new Error(`${path}: a raw text beyond ASCII cannot be escaped`);
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

async function buildPage(root) {
  const { outputFiles } = await build({
    ...common,
    platform: 'browser',
    target: 'es2022',
    entryPoints: [join(root, PAGE.from, PAGE.script)],
    outfile: join(root, PAGE.to, 'page.js'),
    absWorkingDir: root,
    tsconfig: join(root, PAGE.from, 'tsconfig.json'),
    minify: true,
    legalComments: 'none',
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
  for (const name of PAGE.copied) replaceFile(join(root, PAGE.to, name), readFileSync(join(root, PAGE.from, name)));
}

function copyAssets(root) {
  for (const { from, to } of ASSETS) {
    if (existsSync(join(root, from))) cpSync(join(root, from), join(root, to), { recursive: true });
  }
}

/** Sources of what package.json exports: `dist/x.js` is built from `src/x.ts`. */
function publishedEntries(root) {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return Object.values(exports)
    .flatMap((entry) => (typeof entry === 'string' ? [entry] : [entry.default]))
    .filter((path) => path.endsWith('.js'))
    .map((path) => path.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'));
}

async function buildLibrary(root) {
  const entries = publishedEntries(root).filter((path) => isThere(root, path));
  if (entries.length === 0) return;
  const { outputFiles } = await build({
    ...common,
    entryPoints: entries.map((path) => join(root, path)),
    outdir: join(root, 'dist'),
    outbase: join(root, 'src'),
    absWorkingDir: root,
    splitting: true,
    chunkNames: 'shared-[hash]',
    packages: 'external',
  });
  for (const { path, contents } of outputFiles) replaceFile(path, contents);
}

const root = rootFrom(process.argv);
const programsOnly = process.argv.includes('--bin');
rmSync(join(root, 'dist', programsOnly ? '.cache' : ''), { recursive: true, force: true });
await Promise.all(PROGRAMS.filter(({ entry }) => isThere(root, entry)).map((program) => buildProgram(root, program)));
if (isThere(root, PAGE.from)) await buildPage(root);
copyAssets(root);
if (!programsOnly) {
  await buildLibrary(root);
  execFileSync('npx', ['--no-install', 'tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}
