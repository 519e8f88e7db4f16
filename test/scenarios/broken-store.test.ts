import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSqliteDriver } from '../../src/stores/sqlite-driver.js';
import { Bench, imageTool, promptOf } from './harness.js';
import type { GatewayProcess } from './parts/gateway.js';

const call = { prompt: promptOf(16), model: 'qwen-image' };

/** Runs on a bench whose store cannot be trusted afterwards. */
async function onBrokenBench(scenario: (bench: Bench) => Promise<void>): Promise<void> {
  const bench = await Bench.open();
  try {
    await scenario(bench);
  } finally {
    await bench.close();
  }
}

async function expectHeldBack(bench: Bench, gateway: GatewayProcess): Promise<void> {
  const answer = await gateway.call(imageTool, call);
  expect(answer.isError).toBe(true);
  expect(answer.text).toContain('HELD BACK');
  expect(bench.journal()).toEqual([]);
  const free = await gateway.call('studio_list_models');
  expect(free.isError).toBe(false);
  expect(free.text).toContain('qwen-image');
}

describe('a store that cannot be used', () => {
  it('holds paid calls back when its file is no store, and free calls still pass', () =>
    onBrokenBench(async (bench) => {
      await mkdir(bench.data, { recursive: true });
      await writeFile(join(bench.data, 'greenlight.db'), 'this is no database, '.repeat(500));
      await expectHeldBack(bench, await bench.start());
    }));

  it('holds paid calls back when its folder is none, and free calls still pass', () =>
    onBrokenBench(async (bench) => {
      await writeFile(bench.data, 'a file where a folder should be');
      await expectHeldBack(bench, await bench.start());
    }));

  it('holds paid calls back when it breaks while in use, and free calls still pass', () =>
    onBrokenBench(async (bench) => {
      const gateway = await bench.start();
      const { DatabaseSync } = await loadSqliteDriver();
      const database = new DatabaseSync(join(bench.data, 'greenlight.db'));
      database.exec('DROP TABLE shots');
      database.close();
      await expectHeldBack(bench, gateway);
    }));
});
