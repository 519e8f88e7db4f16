import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onBench, type Bench } from './harness.js';

let installed: string;

beforeEach(async () => {
  installed = await mkdtemp(join(tmpdir(), 'greenlight-installed-'));
  await mkdir(join(installed, 'dist'));
  for (const name of ['greenlight.cjs', 'serve.cjs', 'view']) {
    await cp(resolve('dist', name), join(installed, 'dist', name), { recursive: true });
  }
  for (const name of ['prompts', 'package.json', 'node_modules']) await symlink(resolve(name), join(installed, name));
});

afterEach(() => rm(installed, { recursive: true, force: true }));

const cacheFolder = (): string => join(installed, 'dist', '.cache');
const cacheFile = (): string => join(cacheFolder(), readdirSync(cacheFolder())[0] ?? 'none');

/** All that a client hears when it starts the gateway, looks at it and makes a paid call. */
async function heardAt(bench: Bench, prompt: string): Promise<object> {
  const gateway = await bench.start({ program: join(installed, 'dist', 'greenlight.cjs') });
  const { tools } = await gateway.client.listTools();
  const { isError } = await gateway.call('studio_text_to_image', { prompt, model: 'sdxl' });
  const heard = { tools, isError, instructions: gateway.client.getInstructions() };
  await gateway.close();
  return heard;
}

describe('a second start of an installation', () => {
  it('uses what the first one compiled, and says the same', () =>
    onBench({}, async (bench) => {
      const first = await heardAt(bench, 'a lighthouse at dawn');
      const kept = statSync(cacheFile());
      expect(kept.size).toBeGreaterThan(500_000);
      expect(await heardAt(bench, 'a bakery at noon')).toEqual(first);
      // What the engine had refused would have been written anew.
      expect(statSync(cacheFile()).ino).toBe(kept.ino);
      expect(first).toMatchObject({ isError: false });
    }));

  it('says the same where what was kept is damaged', () =>
    onBench({}, async (bench) => {
      const first = await heardAt(bench, 'a lighthouse at dawn');
      const bytes = readFileSync(cacheFile());
      writeFileSync(cacheFile(), bytes.fill(0, bytes.length / 2));
      expect(await heardAt(bench, 'a bakery at noon')).toEqual(first);
    }));

  it('says the same where nothing can be kept', () =>
    onBench({}, async (bench) => {
      const first = await heardAt(bench, 'a lighthouse at dawn');
      await rm(cacheFolder(), { recursive: true });
      writeFileSync(cacheFolder(), 'a file where the folder would be');
      expect(await heardAt(bench, 'a bakery at noon')).toEqual(first);
    }));
});
