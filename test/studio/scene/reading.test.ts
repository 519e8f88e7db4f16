import { describe, expect, it } from 'vitest';
import { applyEdit, readPrompt } from '../../../src/studio/scene/reading.js';

describe('readPrompt', () => {
  it('reads place, light, weather, style and subjects in prompt order', () => {
    const reading = readPrompt('A watercolor of a dog and a cat in a foggy forest at dusk');
    expect(reading).toMatchObject({ place: 'forest', daytime: 'dusk', weather: 'fog', style: 'watercolor' });
    expect(reading.subjects.map((subject) => subject.name)).toEqual(['dog', 'cat']);
  });

  it('gives a colour to the subject it stands before', () => {
    expect(readPrompt('a red car by a tree').subjects).toMatchObject([{ colour: '#d8433b' }, { name: 'tree' }]);
    expect(readPrompt('a car, red sky').subjects[0]?.colour).toBeUndefined();
  });

  it('leaves out what the negative prompt names', () => {
    const reading = readPrompt('a boat at sea in the rain', 'boat, rain');
    expect(reading.subjects).toEqual([]);
    expect(reading.weather).toBe('clear');
  });

  it.each([
    ['a lighthouse', 'sea'],
    ['a perfume bottle', 'studio'],
    ['a dog', 'meadow'],
  ])('puts %s where such things are found', (prompt, place) => {
    expect(readPrompt(prompt).place).toBe(place);
  });

  it('puts something on an empty podium', () => {
    expect(readPrompt('product shot').subjects).toMatchObject([{ name: 'bottle' }]);
  });
});

describe('applyEdit', () => {
  const scene = readPrompt('a cat and a dog in a meadow');

  it('removes what it is told to remove', () => {
    const { reading, understood } = applyEdit(scene, 'remove the dog');
    expect(reading.subjects.map((subject) => subject.name)).toEqual(['cat']);
    expect(understood).toBe(true);
  });

  it('adds a subject in the region of the mask without repainting', () => {
    const { reading, repainted } = applyEdit(scene, 'add a red balloon', 'top');
    expect(reading.subjects.at(-1)).toMatchObject({ name: 'balloon', colour: '#d8433b', region: 'top' });
    expect(repainted).toBe(false);
  });

  it('repaints for another light', () => {
    expect(applyEdit(scene, 'make it night')).toMatchObject({ repainted: true, reading: { daytime: 'night' } });
  });

  it('says when no word meant anything', () => {
    expect(applyEdit(scene, 'more je ne sais quoi').understood).toBe(false);
  });
});
