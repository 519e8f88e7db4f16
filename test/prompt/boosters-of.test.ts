import { describe, expect, it } from 'vitest';
import { usualReading } from '../../src/model/reading.js';
import { analyse } from '../../src/prompt/analyse.js';
import { boostersOf } from '../../src/prompt/boosters-of.js';

const read = (prompt: string, changes: Partial<typeof usualReading>) =>
  analyse({ prompt }, { ...usualReading, ...changes });

describe('the words of decoration', () => {
  it('are made once a reading', () => {
    expect(boostersOf(usualReading)).toBe(boostersOf(usualReading));
    expect(boostersOf({ ...usualReading })).not.toBe(boostersOf(usualReading));
  });

  it.each([
    ['in the middle of a clause', 'a beautiful otter', ['beautiful'], 'otter', ['beautiful']],
    ['in any case and spelling', 'an otter, Colour Graded', ['color graded'], 'otter', ['color graded']],
    ['with digits', 'an otter, shot on 5K', ['Shot on 5k'], 'otter', ['shot on 5k']],
    ['mistyped', 'an otter, exquisiet', ['exquisite'], 'otter', ['exquisite']],
  ])('are also those of the person, %s', (_, prompt, boosters, key, decoration) => {
    expect(read(prompt, { boosters })).toMatchObject({ key, decoration });
  });

  it.each([
    ['a word', 'an otter, beautiful', ['beautiful'], 'beautiful, otter'],
    ['a word in any phrase', 'an otter, highly detailed', ['detailed'], 'highly detailed, otter'],
    ['a phrase', 'an otter, sharp focus', ['sharp focus'], 'otter, sharp focus'],
    ['a word that only turns the volume up', 'a very old otter', ['very'], 'very old otter'],
  ])('are not those that are content here: %s', (_, prompt, notBoosters, key) => {
    expect(read(prompt, { notBoosters }).key).toBe(key);
    expect(read(prompt, {}).key).not.toBe(key);
  });

  it('leave alone what is content here, even when it is called a booster too', () => {
    expect(read('a cozy otter', { boosters: ['cozy'], notBoosters: ['cozy'] }).key).toBe('cozy otter');
  });

  it('may be empty or no words at all', () => {
    expect(read('an otter, 8k', { boosters: ['', ' ,'], notBoosters: ['', '!'] }).key).toBe('otter');
  });
});
