import { describe, expect, it } from 'vitest';
import { materialWords } from '../../../src/prompt/words/material.js';
import { unreachable } from '../fixtures/reachable.js';

describe('materialWords', () => {
  it('are in normal form', () => {
    expect(unreachable(materialWords.keys())).toEqual([]);
  });

  it.each([
    ['red', 'color'],
    ['dusk', 'time'],
    ['rain', 'weather'],
    ['dolly', 'camera'],
    ['left', 'relation'],
    ['watercolor', 'style'],
    ['wooden', 'material'],
    ['tiny', 'size'],
    ['female', 'sound'],
    ['sitting', 'action'],
    ['红色', 'color'],
    ['sombrero', undefined],
  ])('%s is about %s', (word, about) => {
    expect(materialWords.get(word)).toBe(about);
  });
});
