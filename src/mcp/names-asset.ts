/** Addresses of kept outputs: of an asset, or of a take's output. */
const address = /^greenlight:\/\/(?:asset|take)\//;

/** Whether the arguments of a call hold the address of a kept output, at any depth that is looked through. */
export function namesAsset(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return address.test(value);
  if (typeof value !== 'object' || value === null || depth > 20) return false;
  for (const inner of Object.values(value)) if (namesAsset(inner, depth + 1)) return true;
  return false;
}
