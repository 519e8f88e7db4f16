import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of the hash: about 60 ms and 32 MB a try, so that guessing is slow. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const keyBytes = 32;

/** The password as it is stored: `scrypt$<salt>$<hash>`, both hexadecimal. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('hex')}$${(await derive(password, salt)).toString('hex')}`;
}

/** Whether a password is the stored one; a stored value of another form is never matched. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, salt = '', hash = ''] = stored.split('$');
  if (scheme !== 'scrypt') return false;
  const expected = Buffer.from(hash, 'hex');
  if (expected.length !== keyBytes) return false;
  return timingSafeEqual(expected, await derive(password, Buffer.from(salt, 'hex')));
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyBytes, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
