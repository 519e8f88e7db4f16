import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { wordChanges } from '../../src/prompt/word-changes.js';

const changes = (before: string, after: string) => wordChanges(analyse({ prompt: before }), analyse({ prompt: after }));
const hunks = (before: string, after: string) =>
  changes(before, after).hunks.map(({ removed, added }) =>
    [removed, added].map((words) => words.map(({ word }) => word).join(' ')),
  );

describe('what changed in the words', () => {
  it('is nothing between equal prompts', () => {
    expect(changes('an otter, a cup', 'a cup, an otter, 8k')).toEqual({
      ...{ hunks: [], rewritten: [], moved: false, isFar: false },
    });
  });

  it('is told place by place', () => {
    expect(hunks('a red kite over the dunes at dawn', 'a blue kite over the dunes at dusk')).toEqual([
      ['red', 'blue'],
      ['dawn', 'dusk'],
    ]);
  });

  it('leaves out what is only written another way', () => {
    expect(changes('a bike in a tea cup', 'a bicycle in a teacup')).toMatchObject({
      hunks: [],
      rewritten: [
        ['bike', 'bicycle'],
        ['tea cup', 'teacup'],
      ],
    });
  });

  it('gives the shortest stretch in which common words stand in other places', () => {
    expect(changes('a brown dog chasing a cat at dawn', 'a brown cat chasing a dog at dawn')).toMatchObject({
      moved: true,
      turned: [
        ['dog', 'chasing', 'cat'],
        ['cat', 'chasing', 'dog'],
      ],
    });
    expect(changes('a dog chasing a cat', 'a cat chasing a dog at night').turned).toEqual([
      ['dog', 'chasing', 'cat'],
      ['cat', 'chasing', 'dog'],
    ]);
  });

  it('keeps the clause of each word, and the word after it', () => {
    const [hunk] = changes('a poster', 'a poster, no people, 5 gulls').hunks;
    expect(hunk?.added).toEqual([
      { word: 'no:people', next: '', clause: 0 },
      { word: '5', next: 'gulls', clause: 1 },
      { word: 'gulls', next: '', clause: 1 },
    ]);
  });

  it('gives up on prompts that share little', () => {
    expect(changes('an otter in a teacup', 'the skyline of a harbour by night').isFar).toBe(true);
  });
});
