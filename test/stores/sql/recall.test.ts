import { describe, expect, it } from 'vitest';
import { recall } from '../../../src/stores/sql/recall.js';
import type { Statements } from '../../../src/stores/sql/sql.js';
import type { TableState } from '../../../src/stores/sql/table-state.js';
import { newStoreMemory } from '../../../src/stores/sql/store-memory.js';

function statements(state: () => TableState | undefined): Statements {
  const none = () => Promise.reject(new Error('not asked for'));
  return { memory: newStoreMemory(), stateOf: state, all: none, get: none, run: none };
}

describe('recalling a read', () => {
  it('makes it once as long as nothing was written', async () => {
    const sql = statements(() => ({ others: 1, own: 1 }));
    let reads = 0;
    const read = () => recall(sql, 'brief', ['briefs'], async () => (reads += 1));
    expect([await read(), await read()]).toEqual([1, 1]);
  });

  it('makes it again after a write of one’s own and of others', async () => {
    const state = { others: 1, own: 1 };
    const sql = statements(() => ({ ...state }));
    let reads = 0;
    const read = () => recall(sql, 'brief', ['briefs'], async () => (reads += 1));
    await read();
    state.own += 1;
    expect(await read()).toBe(2);
    state.others += 1;
    expect(await read()).toBe(3);
  });

  it('makes it again where something was written while it was made', async () => {
    const state = { others: 1, own: 1 };
    const sql = statements(() => ({ ...state }));
    let reads = 0;
    const read = () =>
      recall(sql, 'brief', ['briefs'], async () => {
        if (reads === 0) state.own += 1;
        return (reads += 1);
      });
    expect([await read(), await read()]).toEqual([1, 2]);
  });

  it('remembers that there was nothing', async () => {
    const sql = statements(() => ({ others: 1, own: 1 }));
    let reads = 0;
    const read = () =>
      recall(sql, 'brief', ['briefs'], async () => {
        reads += 1;
        return undefined;
      });
    await read();
    await read();
    expect(reads).toBe(1);
  });

  it('makes it each time where the engine cannot tell what others write', async () => {
    const sql = statements(() => undefined);
    let reads = 0;
    const read = () => recall(sql, 'brief', ['briefs'], async () => (reads += 1));
    expect([await read(), await read()]).toEqual([1, 2]);
  });
});
