import fc from '../setup/properties.js';
import { expect, it } from 'vitest';
import { escapePattern } from '../../src/model/escape-pattern.js';

it('an escaped text matches itself and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      const pattern = new RegExp(`^${escapePattern(text)}$`, 'u');
      expect(pattern.test(text)).toBe(true);
      expect(pattern.test(other)).toBe(text === other);
    }),
  );
});
