import { describe, expect, it } from 'vitest';
import { withRoom, withSettingLast } from '../../src/prompt/setting-last.js';

const last = (text: string): string => withSettingLast(text.split(' ')).join(' ');
const inside = (text: string): string => withRoom(text.split(' ')).join(' ');

describe('the setting of a statement', () => {
  it.each([
    ['a monk at sunset on a beach', 'a monk on a beach at sunset'],
    ['a monk in a library reading a map', 'a monk reading a map in a library'],
    ['a monk reading a map in a library', 'a monk reading a map in a library'],
  ])('stands last: %s', (text, expected) => {
    expect(last(text)).toBe(expected);
  });

  it.each([
    'a monk in a park and a seal',
    'a monk in a street watching a seal in a park',
    'a monk in a street chasing a seal in a park',
    'a poster in a forest of a monk',
    'an owl in a cage on a shelf',
    'in a forest',
  ])('is left where it is: %s', (text) => {
    expect(last(text)).toBe(text);
  });

  it('is a room that has something in it', () => {
    expect(inside('a kitchen with a stove')).toBe('a stove in a kitchen');
    expect(inside('a monk with a stove')).toBe('a monk with a stove');
    expect(inside('a kitchen with a stove on a shelf')).toBe('a kitchen with a stove on a shelf');
  });
});
