import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { keepHeapSmall, optimizeAfter } from '../../src/cli/engine-flags.js';

const source = readFileSync(fileURLToPath(new URL('../../src/cli/engine-flags.ts', import.meta.url)), 'utf8');
const { code } = transformSync(source, { loader: 'ts', format: 'esm' });

/** Makes many objects, some of which live for a while, and says how much room the young ones were given (megabytes). */
const work = `
  const kept = [];
  for (let at = 0; at < 2_000_000; at += 1) {
    const made = { at, list: [at] };
    if (at % 50 === 0) kept.push(made);
    if (kept.length > 5000) kept.length = 0;
  }
  const { getHeapSpaceStatistics } = await import('node:v8');
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  console.log(young.space_size / 1e6);`;

/** Runs the work in a process of its own: a heap that has grown does not shrink. */
function youngMegabytes(first: string): number {
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', `${code}\n${first}\n${work}`]));
}

describe('keepHeapSmall', () => {
  it('leaves young objects the room that they have at the start', () => {
    expect(youngMegabytes(`${keepHeapSmall.name}();`)).toBeLessThan(youngMegabytes('') / 3);
  });

  it('does not limit how much can be held', () => {
    const large = "globalThis.held = Array.from({ length: 60 }, (_, at) => String(at).repeat(500_000).split(''));";
    expect(youngMegabytes(`${keepHeapSmall.name}(); ${large}`)).toBeGreaterThan(0);
  });
});

/** Keeps one function busy and says whether the optimising compiler took it on: before it may, and in the end. */
const busy = `
  setFlagsFromString('--allow-natives-syntax');
  const status = new Function('f', 'return %GetOptimizationStatus(f)');
  const isOptimized = () => (status(sum) & (1 << 6)) !== 0;
  function sum(count) {
    let total = 0;
    for (let at = 0; at < count; at += 1) total = (total * 31 + at) | 0;
    return total;
  }
  const work = () => { for (let at = 0; at < 300; at += 1) sum(20_000); };
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  work(); await turn(); work();
  const early = isOptimized();
  const until = performance.now() + 20_000;
  while (!isOptimized() && performance.now() < until) { work(); await turn(); }
  console.log(early, isOptimized());`;

describe('optimizeAfter', () => {
  const said = (ms: number): string => {
    const text = `${code}\n${optimizeAfter.name}(${String(ms)});\n${busy}`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' });
  };
  const isLeftAlone = Number.parseInt(process.versions.v8, 10) >= 13;

  it('leaves the optimising compiler out for a while, and never for good', () => {
    expect(said(1500)).toMatch(isLeftAlone ? / true\n$/ : /^false true\n$/);
  });
});
