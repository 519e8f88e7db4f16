import { describe, expect, it } from 'vitest';
import { isPlural, isSameAction, isSpacing, isTypo } from '../../src/prompt/same-word.js';

describe('isTypo', () => {
  it.each([
    ['toilet', 'toliet'],
    ['umbrella', 'umbrela'],
    ['balloon', 'baloon'],
    ['wooden', 'woooden'],
    ['smiling', 'smilng'],
    ['computer', 'compuuter'],
    ['painting', 'paintnig'],
    ['мельница', 'мелньица'],
    ['standing', 'staning'],
    ['statue', 'satue'],
    ['statue', 'stattue'],
    ['parrot', 'prrot'],
    ['revving', 'revvving'],
    ['gradually', 'gradualy'],
  ])('takes %s and %s for one word', (left, right) => {
    expect(isTypo(left, right)).toBe(true);
    expect(isTypo(right, left)).toBe(true);
  });

  it.each([
    ['angel', 'angle'],
    ['striped', 'stripped'],
    ['walking', 'talking'],
    ['standing', 'sanding'],
    ['hermano', 'hermana'],
    ['princess', 'princes'],
    ['balloon', 'balloons'],
    ['cat', 'cta'],
    ['house', 'horse'],
    ['feathers', 'fathers'],
    ['mountain', 'fountain'],
    ['poisson', 'poison'],
    ['1920s', '1902s'],
    ['otter', 'badger'],
    ['barely', 'barley'],
    ['blanc', 'banc'],
    ['perro', 'pero'],
    ['diner', 'dinner'],
    ['martin', 'marin'],
    ['boatman', 'batman'],
    ['elephant', 'elephants'],
    ['widow', 'window'],
    ['through', 'trough'],
  ])('takes %s and %s for two words', (left, right) => {
    expect(isTypo(left, right)).toBe(false);
    expect(isTypo(right, left)).toBe(false);
  });
});

describe('isSameAction', () => {
  it('knows two forms of one verb', () => {
    expect(isSameAction('climbs', 'climbing')).toBe(true);
    expect(isSameAction('dancing', 'dances')).toBe(true);
  });

  it.each([
    ['lights', 'lighting'],
    ['paints', 'painting'],
    ['climb', 'climbing'],
    ['flowers', 'flowering'],
    ['is', 'ing'],
  ])('keeps %s and %s apart', (left, right) => {
    expect(isSameAction(left, right)).toBe(false);
  });
});

describe('isPlural', () => {
  it('knows the plural in either direction', () => {
    expect(isPlural('kite', 'kites')).toBe(true);
    expect(isPlural('brushes', 'brush')).toBe(true);
    expect(isPlural('kite', 'dunes')).toBe(false);
    expect(isPlural('', 's')).toBe(false);
  });
});

describe('isSpacing', () => {
  it.each([
    [['tea', 'cup'], ['teacup'], true],
    [['teacup'], ['tea', 'cup'], true],
    [['green', 'house'], ['greenhouse'], false],
    [['1', '2'], ['12'], false],
    [['no:', 'where'], ['no:where'], false],
    [['"foo', 'bar'], ['"foobar'], false],
    [['tea'], ['cup'], false],
  ])('%j and %j: %s', (left, right, isSame) => {
    expect(isSpacing(left, right)).toBe(isSame);
  });
});
