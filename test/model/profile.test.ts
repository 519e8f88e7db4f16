import { describe, expect, it } from 'vitest';
import { isDescribed } from '../../src/model/profile.js';

describe('a profile', () => {
  it.each([
    [{ kind: 'image' }, true],
    [{ kind: 'other' }, false],
    [{ kind: 'other', kindBy: { argument: 'model', of: { veo: 'video' } } }, true],
  ])('of %j says what its tool makes: %s', (profile, known) => {
    expect(isDescribed(profile as Parameters<typeof isDescribed>[0])).toBe(known);
  });
});
