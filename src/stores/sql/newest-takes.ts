import type { Take } from '../../model/take.js';
import { isWorthKeeping } from './store-memory.js';
import type { Statements } from './sql.js';
import type { Table, TableState } from './table-state.js';

/** How many of a project's takes are remembered. */
export const mostNewest = 50;

const tables: readonly Table[] = ['takes', 'feedback'];

const isEqual = (left: TableState | undefined, right: TableState | undefined): boolean =>
  left !== undefined && left.own === right?.own && left.others === right.others;

/** A take that this process holds, where it is remembered exactly as it is. */
export function rememberedTake(sql: Statements, id: string): Take | undefined {
  const hold = sql.memory.holds.get(id);
  const known = hold && sql.memory.newest.get(hold.project);
  if (known === undefined || !isEqual(known.state, sql.stateOf(tables))) return undefined;
  return known.takes.find((take) => take.id === id);
}

/** The newest takes of a project: as they are remembered, else as they are read. */
export async function readNewest(
  sql: Statements,
  project: string,
  read: () => Promise<readonly Take[]>,
): Promise<readonly Take[]> {
  const state = sql.stateOf(tables);
  const known = sql.memory.newest.get(project);
  if (known !== undefined && isEqual(known.state, state)) return known.takes;
  const takes = await read();
  if (state !== undefined && takes.every(isWorthKeeping)) sql.memory.newest.set(project, { state, takes });
  return takes;
}

/**
 * Makes one statement's change to one take, which what is remembered follows; every other change to takes makes it be read
 * again.
 * @param change runs the statement and returns the take as it then is
 */
export async function following(sql: Statements, project: string, change: () => Promise<Take>): Promise<Take> {
  const before = sql.stateOf(tables);
  const take = await change();
  const known = sql.memory.newest.get(project);
  const state = sql.stateOf(tables);
  if (known === undefined || state === undefined || !isEqual(known.state, before)) return take;
  // Anything more than this one statement is not known here.
  const isAlone = state.others === known.state.others && state.own === known.state.own + 1;
  if (isAlone && isWorthKeeping(take)) {
    sql.memory.newest.set(project, { state, takes: withTake(known.takes, take) });
  }
  return take;
}

function withTake(takes: readonly Take[], take: Take): readonly Take[] {
  const at = takes.findIndex(({ id }) => id === take.id);
  return at === -1 ? [take, ...takes].slice(0, mostNewest) : takes.with(at, take);
}
