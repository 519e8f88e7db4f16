import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { releaseAtRest, releaseMemory } from '../../src/cli/release-memory.js';

const source = readFileSync(fileURLToPath(new URL('../../src/cli/release-memory.ts', import.meta.url)), 'utf8');
const { code } = transformSync(source, { loader: 'ts', format: 'esm' });

/** Drops many buffers and says how many bytes of buffers are held then, and whether the collector is to be seen. */
function held(then: string): { bytes: number; seen: string } {
  const work = `
    for (let at = 0; at < 200; at += 1) Buffer.alloc(65_536);
    ${then}
    console.log(JSON.stringify({ bytes: process.memoryUsage().arrayBuffers, seen: typeof globalThis.gc }));`;
  const printed = execFileSync(process.execPath, ['--input-type=module', '-e', `${code}\n${work}`], {
    encoding: 'utf8',
  });
  return JSON.parse(printed) as { bytes: number; seen: string };
}

describe('releaseMemory', () => {
  it('gives back what was dropped, counted at the next call, and shows the collector to nobody else', () => {
    const after = held(`${releaseMemory.name}(); ${releaseMemory.name}();`);
    expect(after.bytes).toBeLessThan(1_000_000);
    expect(after.seen).toBe('undefined');
    expect(held('').bytes).toBeGreaterThan(10 * after.bytes);
  });

  it('leaves alone what is still needed', () => {
    const kept = `const kept = Array.from({ length: 50 }, () => Buffer.alloc(65_536, 'k')); ${releaseMemory.name}();`;
    const after = held(
      `${kept} if (!kept.every((each) => each.every((byte) => byte === 107))) throw new Error('lost');`,
    );
    expect(after.bytes).toBeGreaterThan(50 * 65_536);
  });
});

describe('releaseAtRest', () => {
  it('gives back old memory that was dropped', () => {
    const heldAfter = (then: string): number => {
      const work = `
        const make = () => { globalThis.kept = Array.from({ length: 300_000 }, (_, at) => ({ at, list: [at] })); };
        make();
        globalThis.kept = undefined;
        ${then}
        console.log(process.memoryUsage().heapUsed);`;
      return Number(execFileSync(process.execPath, ['--input-type=module', '-e', `${code}\n${work}`]));
    };
    expect(heldAfter(`${releaseAtRest.name}();`)).toBeLessThan(heldAfter('') / 3);
  });

  it('takes no time where little was made since', () => {
    const took = (more: string): number => {
      const work = `
        ${releaseAtRest.name}();
        let seen = 0;
        new PerformanceObserver((list) => { seen += list.getEntries().length; }).observe({ entryTypes: ['gc'] });
        ${more}
        ${releaseAtRest.name}();
        await new Promise((resolve) => setTimeout(resolve, 50));
        console.log(seen);`;
      const text = `import { PerformanceObserver } from 'node:perf_hooks';\n${code}\n${work}`;
      return Number(execFileSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' }));
    };
    expect(took('')).toBe(0);
    expect(took("globalThis.made = 'x'.repeat(20_000_000).split('');")).toBeGreaterThan(0);
  });
});
