import { describe, expect, it } from 'vitest';
import { addressOf, readPlace } from '../../../src/dashboard/page/place.js';

describe('the address of a place', () => {
  it('is read as it was written, whatever is chosen there', () => {
    const chosen = { shot: 'a & b=c', take: 'täke#1' };
    expect(readPlace(addressOf('board', chosen))).toEqual({ page: 'board', chosen });
    expect(addressOf('money', { shot: '', take: undefined })).toBe('#/money');
  });

  it('leads to the first page where it names none', () => {
    expect(['', '#', '#/nowhere', '#/constructor'].map((hash) => readPlace(hash).page)).toEqual(
      Array.from({ length: 4 }, () => 'now'),
    );
  });
});
