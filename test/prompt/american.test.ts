import { describe, expect, it } from 'vitest';
import { american } from '../../src/prompt/american.js';

describe('american', () => {
  it.each([
    ['crystallised', 'crystallized'],
    ['analysing', 'analyzing'],
    ['colourless', 'colorless'],
    ['theatres', 'theaters'],
    ['travelling', 'traveling'],
    ['dialogues', 'dialogs'],
    ['defence', 'defense'],
  ])('writes %s as %s', (british, us) => {
    expect(american(british)).toBe(american(us));
  });

  it.each([
    ['four', 'for'],
    ['filled', 'filed'],
    ['tour', 'tor'],
    ['size', 'sise'],
    ['falling', 'faling'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(american(left)).not.toBe(american(right));
  });
});
