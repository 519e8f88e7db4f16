import { describe, expect, it } from 'vitest';
import { actionsOf, adverbOf, doingOf, pluralsOf } from '../../src/prompt/inflect.js';

describe('forms of English words', () => {
  it.each([
    ['car', 'cars'],
    ['box', 'boxes'],
    ['lady', 'ladies'],
    ['boy', 'boys'],
    ['fireman', 'firemen'],
    ['child', 'children'],
  ])('more than one %s are %s', (noun, plural) => {
    expect(pluralsOf(noun)).toContain(plural);
  });

  it.each([
    ['talk', 'talks', 'talking', 'talked'],
    ['gaze', 'gazes', 'gazing', 'gazed'],
    ['grip', 'grips', 'gripping', 'gripped'],
    ['cry', 'cries', 'crying', 'cried'],
    ['begin', 'begins', 'beginning', 'began'],
    ['gather', 'gathers', 'gathering', 'gathered'],
    ['flee', 'flees', 'fleeing', 'fled'],
    ['show', 'shows', 'showing', 'showed'],
  ])('who will %s now %s, is %s, and then %s', (verb, shows, showing, past) => {
    expect(actionsOf(verb).now).toEqual([shows, showing]);
    expect(actionsOf(verb).past).toContain(past);
  });

  it.each([
    ['chased', 'chasing'],
    ['carried', 'carrying'],
    ['gripped', 'gripping'],
    ['held', 'holding'],
    ['red', undefined],
    ['seed', undefined],
    ['kite', undefined],
  ])('what is %s by somebody, they are %s', (done, doing) => {
    expect(doingOf(done)).toBe(doing);
  });

  it.each([
    ['angry', 'angrily'],
    ['gentle', 'gently'],
    ['dramatic', 'dramatically'],
    ['slow', 'slowly'],
  ])('in a way that is %s is %s', (adjective, adverb) => {
    expect(adverbOf(adjective)).toBe(adverb);
  });
});
