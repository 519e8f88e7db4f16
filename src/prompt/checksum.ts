/** A short mark of the text from position `from` on (FNV-1a over UTF-16 units): tells tails apart, keeps no secret. */
export function checksum(text: string, from: number): string {
  let hash = 0x811c9dc5;
  for (let at = from; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return `${(hash >>> 0).toString(16)}-${text.length - from}`;
}
