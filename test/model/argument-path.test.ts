import { describe, expect, it } from 'vitest';
import { argumentAt, withArgument } from '../../src/model/argument-path.js';

const root = { a: { b: { c: 3 } }, list: [1, 2], text: 'x', none: null };

describe('reading an argument', () => {
  it.each([
    ['text', 'x'],
    ['a.b.c', 3],
    ['a.b', { c: 3 }],
    ['none', null],
    ['missing', undefined],
    ['a.missing.c', undefined],
    ['text.length', undefined],
    ['list.0', undefined],
  ])('finds at %s: %j', (path, expected) => {
    expect(argumentAt(root, path)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString', 'a.__proto__', 'a.constructor.name', 'hasOwnProperty'])(
    'reads the prototype key %s as missing',
    (path) => {
      expect(argumentAt(root, path)).toBeUndefined();
    },
  );
});

describe('writing an argument', () => {
  it('changes one path and nothing else, in a copy', () => {
    const changed = withArgument(root, 'a.b.c', 4);
    expect(changed).toEqual({ ...root, a: { b: { c: 4 } } });
    expect(root.a.b.c).toBe(3);
  });

  it('makes the objects on the way where there are none', () => {
    expect(withArgument({ text: 'x' }, 'text.a.b', 1)).toEqual({ text: { a: { b: 1 } } });
  });

  it('never changes what other objects inherit', () => {
    withArgument({}, '__proto__.polluted', true);
    withArgument({}, 'constructor.prototype.polluted', true);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
