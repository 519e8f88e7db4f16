import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

type Collect = (options: { readonly type: 'minor' }) => void;

let collect: Collect | undefined;

/**
 * Gives back at once what young objects hold that nobody needs any more. The engine counts the bytes that a process read
 * among its old memory, so megabytes that only pass through make it look through everything again and again, which takes
 * twenty times as long as this; until then they are held. An engine that does not offer this is left to itself.
 */
export function releaseMemory(): void {
  collect ??= collector();
  collect({ type: 'minor' });
}

function collector(): Collect {
  // The engine shows its collector to contexts that are made while this flag is set.
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('globalThis.gc');
  setFlagsFromString('--no-expose-gc');
  return typeof found === 'function' ? (found as Collect) : () => undefined;
}
