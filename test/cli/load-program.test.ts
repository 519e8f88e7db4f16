import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { codeCache } from '../../src/cli/code-cache.js';
import { loadProgram } from '../../src/cli/load-program.js';

let tools: string;
let folder: string;
let program: string;

/** A process that loads a program and prints what it exports. */
const starter = () => join(tools, 'starter.mjs');

beforeAll(async () => {
  tools = await mkdtemp(join(tmpdir(), 'greenlight-starter-'));
  const source = fileURLToPath(new URL('../../src/cli/load-program.ts', import.meta.url));
  const stdin = {
    contents: `import { loadProgram } from ${JSON.stringify(source)}; console.log(JSON.stringify(loadProgram(process.argv[2])));`,
    resolveDir: tools,
  };
  buildSync({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: starter() });
});

afterAll(() => rm(tools, { recursive: true, force: true }));

beforeEach(async () => {
  folder = await mkdtemp(join(tools, 'dist-'));
  program = join(folder, 'program.cjs');
  writeProgram('one');
});

/** Writes the program as the build does: a function with a module's names, marked with the digest of its text. */
function writeProgram(answer: string): void {
  const many = Array.from(
    { length: 50 },
    (_, at) => `function f${String(at)}(){return ${String(at)};}f${String(at)}();`,
  );
  const text = `(function(exports,require,module,__filename,__dirname){${many.join('')}
    exports.answer=${JSON.stringify(answer)};exports.folder=require('node:path').basename(__dirname);})`;
  writeFileSync(program, marked(text));
}

function marked(text: string): string {
  return `/*${createHash('sha256').update(text).digest('hex')}*/${text}`;
}

function digestOf(source: string): string {
  return /[0-9a-f]{64}/.exec(source)?.[0] ?? '';
}

function start(env: NodeJS.ProcessEnv = {}, options: readonly string[] = []): { answer: string; folder: string } {
  const run = execFileSync(process.execPath, [...options, starter(), program], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '', NODE_DISABLE_COMPILE_CACHE: '', ...env },
  });
  return JSON.parse(run) as { answer: string; folder: string };
}

const caches = (): string[] => (existsSync(join(folder, '.cache')) ? readdirSync(join(folder, '.cache')) : []);
const onlyCache = (): string => join(folder, '.cache', caches()[0] ?? 'none');

describe('loading a program', () => {
  it('gives what it exports, with the names that a module sees', () => {
    expect(loadProgram(program, { NODE_DISABLE_COMPILE_CACHE: '1' })).toMatchObject({ answer: 'one' });
    expect(start().folder).toMatch(/^dist-/);
  });

  it('keeps what was compiled, and uses it at the next start', () => {
    start();
    expect(caches()).toHaveLength(1);
    const before = statSync(onlyCache());
    expect(start().answer).toBe('one');
    // What the engine had refused would have been written anew.
    expect(statSync(onlyCache()).ino).toBe(before.ino);
  });

  it('keeps nothing of a process that failed', () => {
    writeFileSync(program, marked('(function(){process.exitCode=2;})'));
    expect(() => start()).toThrow();
    expect(caches()).toEqual([]);
  });

  it('puts what a whole start compiled in the place of what a short life did, once', () => {
    vi.useFakeTimers();
    try {
      const cache = codeCache(program, digestOf(readFileSync(program, 'utf8')));
      const live = (): void => {
        loadProgram(program, {});
        vi.advanceTimersByTime(60_000);
      };
      live();
      const compiled = cache.read()?.compiled ?? Buffer.alloc(0);
      cache.write({ compiled, isWhole: false });
      live();
      expect(cache.read()?.isWhole).toBe(true);
      const before = statSync(onlyCache());
      live();
      expect(statSync(onlyCache()).ino).toBe(before.ino);
    } finally {
      vi.useRealTimers();
    }
  });

  it('never uses what was compiled of another text', () => {
    start();
    writeProgram('two');
    expect(start().answer).toBe('two');
    expect(caches()).toHaveLength(2);
  });

  it('starts as usual where what was kept is damaged, and keeps it anew', () => {
    start();
    const bytes = readFileSync(onlyCache());
    for (const damaged of [Buffer.alloc(0), bytes.subarray(0, bytes.length / 2), turned(bytes), Buffer.from('notes')]) {
      writeFileSync(onlyCache(), damaged);
      expect(start().answer).toBe('one');
      expect(readFileSync(onlyCache()).equals(damaged)).toBe(false);
    }
  });

  it('has a cache of its own for every set of options of the runtime', () => {
    start();
    start({}, ['--max-old-space-size=500']);
    start({ NODE_OPTIONS: '--max-old-space-size=400' });
    expect(new Set(caches()).size).toBe(3);
  });

  it('does without where its folder cannot be written', () => {
    writeFileSync(join(folder, '.cache'), 'a file where the folder would be');
    expect(start().answer).toBe('one');
    expect(readdirSync(folder).sort()).toEqual(['.cache', 'program.cjs']);
  });

  it('keeps nothing where the person or the build does not want it', () => {
    start({ NODE_DISABLE_COMPILE_CACHE: '1' });
    writeFileSync(program, readFileSync(program, 'utf8').replace(/^\/\*.*?\*\//, ''));
    expect(start().answer).toBe('one');
    expect(caches()).toEqual([]);
  });

  it('stands the start of many processes at once', async () => {
    const { execFile } = await import('node:child_process');
    const { promisify } = await import('node:util');
    const run = () => promisify(execFile)(process.execPath, [starter(), program], { encoding: 'utf8' });
    const answers = await Promise.all(Array.from({ length: 6 }, run));
    expect(answers.map(({ stdout }) => (JSON.parse(stdout) as { answer: string }).answer)).toEqual(
      Array(6).fill('one'),
    );
    expect(caches()).toHaveLength(1);
  });
});

function turned(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy[copy.length - 10] = (copy[copy.length - 10] ?? 0) ^ 0xff;
  return copy;
}
