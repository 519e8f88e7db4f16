import { randomFillSync } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** Sessions are handles, so theirs cannot be guessed. */
const handlePrefix = 's';

/** Random bytes are drawn many at a time: a draw costs the same for one as for hundreds. */
const pool = Buffer.alloc(1024);
let used = pool.length;

/** A fresh random id such as `t_k3f9…`: 8 characters of 5 bits behind the prefix, 20 for sessions. */
export function newId(prefix: string): string {
  const length = prefix === handlePrefix ? 20 : 8;
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = `${prefix}_`;
  for (const end = used + length; used < end; used += 1) {
    id += alphabet[(pool[used] ?? 0) % alphabet.length] ?? '';
    pool[used] = 0;
  }
  return id;
}
