import type { Store } from '../../gate/store-port.js';
import { sqlDecisions } from './decisions.js';
import { sqlDocuments } from './documents.js';
import { sqlHistory } from './history.js';
import { sqlLedger } from './ledger.js';
import { sqlSessions } from './sessions.js';
import type { Sql } from './sql.js';
import { sqlTakes } from './takes.js';

/**
 * The whole store over any SQL engine.
 * @param clock epoch milliseconds
 * @param close ends the connection
 */
export function sqlStore(name: string, sql: Sql, clock: () => number, close: () => Promise<void>): Store {
  return {
    name,
    close,
    ...sqlLedger(sql, clock),
    ...sqlSessions(sql),
    ...sqlTakes(sql),
    ...sqlDocuments(sql),
    ...sqlDecisions(sql, clock),
    ...sqlHistory(sql),
  };
}
