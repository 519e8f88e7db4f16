import { describe, expect, it } from 'vitest';
import { isSigned, lastsUntil, unsigned, withoutAddress } from '../../src/model/signed-address.js';

describe('an address', () => {
  it.each([
    ['https://cdn.example/a.png', false],
    ['https://cdn.example/a.png?w=512&format=webp', false],
    ['not an address', false],
    ['https://s3.example/a.png?X-Amz-Signature=ab&X-Amz-Date=20261122T200000Z&X-Amz-Expires=3600', true],
    ['https://blob.example/a.png?sv=2026&se=2026-11-22T21%3A00%3A00Z&sig=ab', true],
    ['https://cdn.example/a.png?token=ab', true],
    ['https://cdn.example/a.png?Expires=1795381200&Signature=ab&Key-Pair-Id=K', true],
  ])('%s is signed: %s', (url, signed) => {
    expect(isSigned(url)).toBe(signed);
  });

  it.each<[string, number]>([
    ['https://cdn.example/a.png', Number.POSITIVE_INFINITY],
    [
      'https://s3.example/a?X-Amz-Date=20261122T200000Z&X-Amz-Expires=3600&X-Amz-Signature=a',
      Date.UTC(2026, 10, 22, 21),
    ],
    [
      'https://gcs.example/a?X-Goog-Date=20261122T200000Z&X-Goog-Expires=60&X-Goog-Signature=a',
      Date.UTC(2026, 10, 22, 20, 1),
    ],
    ['https://cdn.example/a?Expires=1795381200&Signature=a', 1_795_381_200_000],
    ['https://cdn.example/a?exp=1795381200000&token=a', 1_795_381_200_000],
    ['https://blob.example/a?se=2026-11-22T21%3A00%3A00Z&sig=a', Date.UTC(2026, 10, 22, 21)],
    ['https://cdn.example/a?token=a', 0],
  ])('%s lasts until %d', (url, until) => {
    expect(lastsUntil(url)).toBe(until);
  });

  it('without its signature leads to the same place', () => {
    expect(unsigned('https://cdn.example/a.png?token=ab#x')).toBe('https://cdn.example/a.png');
  });

  it.each([
    'https://a.b/c?x=1&token=2',
    'https:\\/\\/a.b\\/c?x=1&token=2',
    'https://a.b/c?x=1\\u0026token=2',
    'https://a.b/c?x=1&amp;token=2',
    'https:\\/\\/a.b\\/c?x=1\\u0026token=2',
  ])('is replaced however it is written: %s', (written) => {
    expect(withoutAddress(`see ${written}!`, 'https://a.b/c?x=1&token=2', 'it')).toBe('see it!');
  });

  it('of something else stays', () => {
    expect(withoutAddress('https://a.b/d', 'https://a.b/c?token=2', 'it')).toBe('https://a.b/d');
    expect(withoutAddress('a token', 'token', 'it')).toBe('a token');
  });
});
