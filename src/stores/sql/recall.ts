import type { Statements } from './sql.js';
import type { Table } from './table-state.js';

/**
 * What a read gave, as long as nobody has written to the tables it reads; then it is made again.
 * @param name tells the reads of a store apart, with everything they depend on
 */
export async function recall<T extends object | number | undefined>(
  sql: Statements,
  name: string,
  tables: readonly Table[],
  read: () => Promise<T>,
): Promise<T> {
  // Asked before the read: what is written meanwhile must not pass for something that was read.
  const state = sql.stateOf(tables);
  if (state === undefined) return read();
  const before = sql.memory.reads.get(name);
  if (before?.state.own === state.own && before.state.others === state.others) return before.value as T;
  const value = await read();
  sql.memory.reads.set(name, { state, value });
  return value;
}
