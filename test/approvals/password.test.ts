import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from '../../src/approvals/password.js';

describe('a stored password', () => {
  it('is matched by itself and by nothing else', async () => {
    const stored = await hashPassword('correct horse');
    expect(await verifyPassword('correct horse', stored)).toBe(true);
    expect(await verifyPassword('correct horse ', stored)).toBe(false);
    expect(await verifyPassword('', stored)).toBe(false);
  });

  it('is stored another way each time, and never holds the password', async () => {
    const [one, other] = await Promise.all([hashPassword('secret-word'), hashPassword('secret-word')]);
    expect(one).not.toBe(other);
    expect(one).toMatch(/^scrypt\$[0-9a-f]{32}\$[0-9a-f]{64}$/);
    expect(one).not.toContain('secret-word');
  });

  it('is the same however a keyboard composes its letters', async () => {
    const stored = await hashPassword('schlüssel');
    expect(await verifyPassword('schlu\u0308ssel', stored)).toBe(true);
  });

  it.each(['', 'plain', 'scrypt', 'scrypt$$', 'scrypt$00$00', 'md5$00$00', `scrypt$zz$${'0'.repeat(63)}`])(
    'of the form %j matches nothing',
    async (stored) => {
      expect(await verifyPassword('', stored)).toBe(false);
      expect(await verifyPassword(stored, stored)).toBe(false);
    },
  );
});
