import { describe, expect, it } from 'vitest';
import { usualReading } from '../../../src/model/reading.js';
import type { Take } from '../../../src/model/take.js';
import { closestTake, streakOf } from '../../../src/rules/parts/streak.js';
import { requestOf } from '../../fixtures/rule-input.js';
import { takeOf } from '../../fixtures/takes.js';

const prompt = 'a red fox in a snowy forest';
const request = requestOf({ prompt });
const earlier = (text: string, change: Partial<Take> = {}) =>
  takeOf({ id: 't_7', cluster: 't_1', prompt: text, ...change });

describe('the earlier take that comes closest', () => {
  it('is the one that is repeated, however many look alike', () => {
    const takes = [earlier(`${prompt} at dawn`), earlier(`${prompt}, 8k`, { id: 't_8' }), earlier('a boat')];
    expect(closestTake(request, takes)).toMatchObject({ take: { id: 't_8' }, difference: { rerun: 'certain' } });
  });

  it('is found by other names of what it shows', () => {
    const take = earlier('automobile');
    expect(closestTake(requestOf({ prompt: 'car' }), [take])).toMatchObject({ difference: { rerun: 'certain' } });
  });

  it.each<[string, readonly Take[]]>([
    ['nothing was made', []],
    ['nothing is like it', [earlier('a boat on a lake')]],
    ['it is of another tool', [earlier(prompt, { tool: 'edit_image' })]],
  ])('is none when %s', (_, takes) => {
    expect(closestTake(request, takes)).toBeUndefined();
  });

  it('is none of a request without a prompt', () => {
    expect(closestTake(requestOf({ prompt: ' ' }), [earlier(' ')])).toBeUndefined();
  });
});

describe('a streak', () => {
  it('is read as the person set it', () => {
    const reading = { ...usualReading, boosters: ['dreamlike glow'] };
    const takes = [earlier(`${prompt}, dreamlike glow`)];
    expect(streakOf(request, takes)).toEqual({ parent: 't_1' });
    expect(streakOf(request, takes, undefined, reading)).toEqual({ cluster: 't_1' });
  });

  it.each<[string, string, string | undefined, object]>([
    ['the same prompt again goes on with it', `${prompt}, masterpiece`, undefined, { cluster: 't_1' }],
    ['the same prompt is the same whatever is said of it', prompt, 'a warmer look', { cluster: 't_1' }],
    ['a suspect goes on with it', 'a red fox in a snowy zorble forest', undefined, { cluster: 't_1' }],
    ['a suspect whose change is not named goes on', 'a red fox in a snowy zorble forest', 'again', { cluster: 't_1' }],
    [
      'a suspect whose change is named opens a child',
      'a red zorble fox in a snowy forest',
      'no zorble',
      { parent: 't_1' },
    ],
    ['a refinement opens a child', 'a blue fox in a snowy forest', undefined, { parent: 't_1' }],
    ['something else begins anew', 'a lighthouse by night', undefined, {}],
  ])('%s', (_, before, because, expected) => {
    expect(streakOf(request, [earlier(before)], because)).toEqual(expected);
  });
});
