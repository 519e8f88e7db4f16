import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Exit code of a studio that was made to crash. */
export const CRASH_CODE = 86;

/** The ways in which a paid call can be made to go wrong. */
export const FAULTS = [
  'fail-unbilled',
  'fail-billed',
  'hang',
  'crash-before',
  'crash-after',
  'twice',
  'huge',
  'garbage',
  'drip',
  'cut',
] as const;

/** One way in which a paid call can go wrong. */
export type Fault = (typeof FAULTS)[number];

const planSchema = z.array(z.enum(FAULTS).nullable());

/** Reads a fault plan: a JSON list of fault names, null for a call that goes well. Throws when the file is not one. */
export function readFaultPlan(file: string): (Fault | null)[] {
  const plan = planSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!plan.success) {
    throw new Error(`${file} is not a fault plan: expected a JSON list of null or ${FAULTS.join(', ')}`);
  }
  return plan.data;
}

/**
 * Takes the next entry off the plan file. The rest is written back before the fault strikes, so that a studio which
 * crashes by plan does not meet the same entry again when it is started anew.
 */
export function takePlannedFault(file: string): Fault | undefined {
  const [next, ...rest] = readFaultPlan(file);
  if (next === undefined) return undefined;
  const scratch = `${file}.${process.pid}`;
  writeFileSync(scratch, JSON.stringify(rest));
  renameSync(scratch, file);
  return next ?? undefined;
}
