import { describe, expect, it } from 'vitest';
import { plainStatement } from '../../src/prompt/statements.js';

const plain = (text: string): string => plainStatement(text.split(' ')).join(' ');

describe('a statement of where things are', () => {
  it.each([
    ['there are two owls in a barn', 'two owls in a barn'],
    ['two owls are positioned on a beam', 'two owls are on a beam'],
    ['there are two owls present in a barn', 'two owls in a barn'],
    ['an owl who is reading a map', 'an owl is reading a map'],
    ['the beam has two owls on it', 'two owls on the beam'],
    ['a beam with two owls on it', 'two owls on a beam'],
    ['a barn that has two owls in it', 'two owls in a barn'],
    ['the barn contains two owls', 'two owls in the barn'],
    ['slopes with wires above them', 'wires above slopes'],
    ['a beam topped with two owls', 'two owls on a beam'],
  ])('%s is %s', (text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  it.each([
    'a beam with two owls',
    'a present for an owl',
    'with it on it',
    'an owl that has a hat with a feather on it',
    'an owl with a seal beside her',
    'a barge moored by the quay',
    'a present under a tree',
    'there goes an owl',
    'contains owls',
    'topped with',
    '',
  ])('leaves "%s" alone', (text) => {
    expect(plain(text)).toBe(text);
  });

  it('keeps who is on whom', () => {
    expect(plain('the owl has a beam on it')).not.toBe(plain('the beam has an owl on it'));
  });
});
