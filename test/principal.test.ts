import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { principal } from '../src/principal.js';

describe('whose money it is', () => {
  it('is the operating system’s user, when nobody says more', () => {
    expect(principal()).toBe(userInfo().username);
  });
});
