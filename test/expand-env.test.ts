import { describe, expect, it } from 'vitest';
import { expandEnv } from '../src/expand-env.js';

describe('a text that references the environment', () => {
  it.each([
    ['plain', 'plain', []],
    ['${KEY}!', 'value!', []],
    ['${KEY}${KEY:-other}', 'valuevalue', []],
    ['${GONE:-default}', 'default', []],
    ['${GONE:-}', '', []],
    ['a ${GONE} b', 'a  b', ['GONE']],
    ['$KEY ${1BAD}', '$KEY ${1BAD}', []],
  ])('%s comes out as %j', (text, expected, missing) => {
    const named: string[] = [];
    expect(expandEnv(text, { KEY: 'value' }, (name) => named.push(name))).toBe(expected);
    expect(named).toEqual(missing);
  });
});
