import { setFlagsFromString } from 'node:v8';

/**
 * Settings of the engine's memory, for a program that mostly waits: young objects get no more room than at the start
 * (1 MB instead of up to 16, three times over), and old ones are looked through once they have grown by a fifth (by
 * default they may triple). Nothing is limited by this: an answer of any size finds its room. An engine that does not
 * know one of these leaves it.
 */
const flags = ['--semi-space-growth-factor=1', '--heap-growing-percent=20'] as const;

/** The first version of the engine whose optimising compiler, once off, stays off. Measured with Node 20, 22 and 24. */
const firstThatKeepsIt = 13;

/** Keeps the memory of this process small from now on; takes effect only before much has been loaded. */
export function keepHeapSmall(): void {
  for (const flag of flags) setFlagsFromString(flag);
}

/**
 * Leaves the engine's optimising compiler out of the start: what runs once or twice gains nothing from it, and it takes
 * processor time from the servers that start meanwhile. What runs often later is optimised from then on.
 * Newer engines have a compiler in between that is as quick, and do not take up the other one again: they are left as they are.
 * @param ms how long a start may take
 */
export function optimizeAfter(ms: number): void {
  if (Number.parseInt(process.versions.v8, 10) >= firstThatKeepsIt) return;
  setFlagsFromString('--no-opt');
  setTimeout(() => setFlagsFromString('--opt'), ms).unref();
}
