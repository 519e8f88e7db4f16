import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { feedbackPoints, type FeedbackPoints } from '../../src/prompt/feedback-points.js';

const nothing: FeedbackPoints = { keep: [], change: [], remove: [], unread: [] };

describe('a person’s own words', () => {
  it.each<[string, Partial<FeedbackPoints>]>([
    ['nice but too dark and lose the hat, keep the pose', { keep: ['pose'], change: ['brighter'], remove: ['hat'] }],
    ['I love the pose and the light but the hat has to go', { keep: ['pose', 'light'], remove: ['hat'] }],
    [
      'The background is too busy. Make it black and white, please.',
      { change: ['calmer background', 'black and white'] },
    ],
    ["Don't change the face; the coat should be red", { keep: ['face'], change: ['red coat'] }],
    ['not bright enough, more contrast', { change: ['brighter', 'more contrast'] }],
    ["the sky isn't blue enough", { change: ['more blue sky'] }],
    ['could you make the fox bigger and the tree smaller?', { change: ['fox bigger', 'tree smaller'] }],
    ['remove the hat and the glasses', { remove: ['hat', 'glasses'] }],
    ['no text, no logo', { remove: ['text', 'logo'] }],
    ['make it without the hat', { remove: ['hat'] }],
    ['there’s too much red, it needs more blue', { change: ['less red', 'more blue'] }],
    ['the sky needs more drama', { change: ['sky: more drama'] }],
    ['replace the hat with a scarf', { change: ['scarf instead of hat'] }],
    ['I’d like the hat to be red', { change: ['red hat'] }],
    ['move the fox to the left and crop tighter', { change: ['move the fox to the left', 'crop tighter'] }],
    ['warmer, softer light', { change: ['warmer', 'softer light'] }],
    ['the music is too loud and too fast', { change: ['quieter music', 'slower'] }],
    ['leave the hands as they are', { keep: ['hands'] }],
    ['no changes to the pose', { keep: ['pose'] }],
    ['too zebra-like', { change: ['less zebra-like'] }],
  ])('“%s” are split into what stays, changes and goes', (note, expected) => {
    expect(feedbackPoints(note)).toEqual({ ...nothing, ...expected });
  });

  it.each(['', 'nice!', 'Almost there, thanks.', 'I like it', 'keep it', 'that works'])(
    '“%s” name no point',
    (note) => {
      expect(feedbackPoints(note)).toEqual(nothing);
    },
  );

  it.each([
    'looks like a cartoon',
    'I don’t like the background',
    'the hat looks weird',
    'lose the hat or the scarf',
    'remove everything except the fox',
    'how about a beach?',
    'make sure he smiles',
    'like a painting',
    'remove it',
    'il est trop sombre',
    'es ist zu dunkel',
  ])('“%s” are left to be asked about', (note) => {
    const { unread, ...points } = feedbackPoints(note);
    expect(points).toEqual({ keep: [], change: [], remove: [] });
    expect(unread).toHaveLength(1);
  });

  it('never turn what stays into what goes', () => {
    const note = feedbackPoints('never remove the hat, keep the scarf and lose the glasses');
    expect(note).toEqual({ ...nothing, keep: ['hat', 'scarf'], remove: ['glasses'] });
  });

  it('are read to an end, however they are strung together', () => {
    const part = fc.constantFrom(
      'keep',
      'lose',
      'the',
      'hat',
      'too',
      'dark',
      ',',
      'and',
      'but',
      '?',
      'not',
      'enough',
      '.',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const points = feedbackPoints(parts.join(' '));
        const { keep, change, remove, unread } = points;
        expect([...keep, ...change, ...remove, ...unread]).not.toContain('');
      }),
      { numRuns: 300 },
    );
  });

  it('take time in line with their length', () => {
    const started = performance.now();
    feedbackPoints('the hat is '.repeat(5000));
    feedbackPoints('too '.repeat(5000));
    feedbackPoints('a '.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
