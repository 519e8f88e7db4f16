import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { exposedName } from '../../src/gate/exposed-name.js';

describe('an exposed name', () => {
  it('is prefix and name where that is a legal name', () => {
    expect(exposedName('up_', 'generate_image')).toBe('up_generate_image');
    expect(exposedName('', 'a.b-c')).toBe('a.b-c');
  });

  it('is always legal and never longer than 128', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ minLength: 1, maxLength: 300 }), (prefix, name) => {
        expect(exposedName(prefix, name)).toMatch(/^[A-Za-z0-9_.-]{1,128}$/);
      }),
    );
  });

  it('stays the same from run to run', () => {
    expect(exposedName('up_', 'make an image')).toBe('up_make_an_image_1i6ybxj');
  });

  it('tells names apart that would look alike once they are made legal', () => {
    expect(exposedName('', 'a b')).not.toBe(exposedName('', 'a/b'));
    expect(exposedName('', `${'x'.repeat(200)}1`)).not.toBe(exposedName('', `${'x'.repeat(200)}2`));
  });
});
