import { createHash } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/** One charge, as written to the journal. */
export interface Charge {
  /** When, as an ISO date. */
  at: string;
  tool: string;
  model: string;
  credits: number;
  /** Always true: what is not billed is not written. */
  billed: true;
  prompt: string;
  /** SHA-256 of the canonical arguments, without the fault asked for. */
  argumentsHash: string;
  pid: number;
  /** Which paid call of this process it was, from 1; calls that were not charged count too. */
  callIndex: number;
}

/** Appends a charge as one line, synchronously, so that it is on file before anything is answered. */
export function writeCharge(file: string | undefined, charge: Charge): void {
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(charge)}\n`);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]));
}

/** The hash of a call's arguments; the order of keys does not count. */
export function hashArguments(values: Readonly<Record<string, unknown>>): string {
  return createHash('sha256')
    .update(JSON.stringify(canonical(values)))
    .digest('hex');
}
