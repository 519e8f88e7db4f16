import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options?: { readonly type: 'minor' }) => void;

let collect: Collect | undefined;

/** So much was made since the last look through everything: another one is worth its time. */
const worthwhileBytes = 8 * 1024 * 1024;
let usedThen = 0;

/**
 * Gives back at once what young objects hold that nobody needs any more. The engine counts the bytes that a process read
 * among its old memory, so megabytes that only pass through make it look through everything again and again, which takes
 * twenty times as long as this; until then they are held. An engine that does not offer this is left to itself.
 */
export function releaseMemory(): void {
  collect ??= collector();
  collect({ type: 'minor' });
}

/**
 * Gives back what nobody needs any more, of old memory too, where enough was made since the last time. Takes some thirty
 * milliseconds and is meant for a pause: the engine itself waits until it needs room, and a gateway that rests would hold for
 * hours what its busiest minute left.
 */
export function releaseAtRest(): void {
  if (usedBytes() - usedThen < worthwhileBytes) return;
  collect ??= collector();
  collect();
  usedThen = usedBytes();
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  return heap + outside;
}

function collector(): Collect {
  // The engine shows its collector to contexts that are made while this flag is set.
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? (found as Collect) : () => undefined;
}
