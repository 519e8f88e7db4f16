import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../engine.js';
import type { Store } from '../gate/store-port.js';
import type { LedgerMove } from '../model/ledger-place.js';
import { provePerson, type Proof } from './prove-person.js';
import type { Desk } from './with-store.js';

/**
 * How sure it is that a person wants another ledger. What counts is the password of the ledger that is left: a fresh one has
 * none, and would let anybody pass. Where that one is gone or has no password, it is the other's.
 * @throws CommandError when a password is set and was not given, or was wrong; StoreError when that ledger is damaged.
 */
export async function proveMove(
  { config, store, ask }: Pick<Desk, 'config' | 'store' | 'ask'>,
  moved: LedgerMove,
  question: string,
): Promise<Proof> {
  const left = await openLeft(config, moved);
  if (left === undefined) return provePerson(store, ask, question);
  try {
    const proof = await provePerson(left, ask, question);
    return proof.why === 'no-password' ? await provePerson(store, ask, question) : proof;
  } finally {
    await left.close();
  }
}

/** The store that a config had before; undefined where it cannot be known or is gone. Nothing is made anew. */
async function openLeft(config: Desk['config'], moved: LedgerMove): Promise<Store | undefined> {
  if (moved.kind !== 'moved') return undefined;
  const { store, at: data } = moved.from;
  if (store !== 'sqlite' || data === undefined || !existsSync(join(data, 'greenlight.db'))) return undefined;
  return openStore({ ...config, store, data });
}
