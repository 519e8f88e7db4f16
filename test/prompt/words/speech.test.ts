import { describe, expect, it } from 'vitest';
import { paceWords, speechElements, speechSettings, toneWords } from '../../../src/prompt/words/speech.js';
import { unreachable } from '../fixtures/reachable.js';

describe.each([
  ['tones', toneWords],
  ['paces', paceWords],
  ['settings', new Set(speechSettings.keys())],
  ['elements', new Set(speechElements.keys())],
])('%s', (_, words) => {
  it('are in normal form', () => {
    expect(unreachable(words)).toEqual([]);
  });
});
