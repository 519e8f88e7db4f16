import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/stores/sqlite.js';
import { storeContract } from '../../src/testing/store-contract.js';

describe('the SQLite store', () => {
  storeContract(
    async () => {
      const clock = { now: 1_000_000 };
      const folder = await mkdtemp(join(tmpdir(), 'greenlight-store-'));
      const store = await openSqliteStore({ file: join(folder, 'data', 'greenlight.db'), clock: () => clock.now });
      const end = async () => {
        await store.close();
        await rm(folder, { recursive: true });
      };
      return { store, clock, end };
    },
    { describe, it, expect },
  );
});
