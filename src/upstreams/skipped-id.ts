const first = /^\s*\{\s*(?:"jsonrpc"\s*:\s*"2\.0"\s*,\s*)?"id"\s*:\s*(\d{1,15})\s*,/;
const last = /"id"\s*:\s*(\d{1,15})\s*(?:,\s*"jsonrpc"\s*:\s*"2\.0"\s*)?\}\s*$/;

/**
 * The id of an answer of which only the first and the last bytes were kept; undefined where it stands in neither. A server
 * that writes a wrong one there ends another request of its own, no more.
 */
export function skippedId(head: Uint8Array, tail: Uint8Array): number | undefined {
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
  const found = first.exec(text(head)) ?? last.exec(text(tail));
  return found === null ? undefined : Number(found[1]);
}
