/** Names the gateway keeps for its own tools; an upstream's tool under one of them is left out. */
export const reservedNames: readonly string[] = [
  'brainstorm',
  'plan',
  'estimate',
  'feedback',
  'budget',
  'take',
  'workflow',
  'report',
  'wait',
  'desk_view',
];

const MAX_LENGTH = 128;
const ILLEGAL = /[^A-Za-z0-9_.-]/g;

/** 32-bit FNV-1a over UTF-16 code units: short, stable between runs and machines; not for secrets. */
function stableHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36).padStart(7, '0');
}

/**
 * The name under which an upstream's tool or prompt is shown: prefix + name. A name with characters that clients refuse,
 * or longer than 128, is cut and ends in a hash of the full name, so that it stays the same from run to run.
 */
export function exposedName(prefix: string, name: string): string {
  const full = prefix + name;
  const legal = full.replace(ILLEGAL, '_');
  if (legal === full && full.length <= MAX_LENGTH) return full;
  const tail = `_${stableHash(full)}`;
  return legal.slice(0, MAX_LENGTH - tail.length) + tail;
}
