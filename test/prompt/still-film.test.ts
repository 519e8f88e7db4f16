import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { isStillFilm } from '../../src/prompt/still-film.js';
import { films, stills } from './fixtures/short-prompts.js';

const isStill = (prompt: string): boolean => isStillFilm(analyse({ prompt }).words, prompt);

describe('a film that stands still', () => {
  it.each(stills)('is "%s"', (prompt) => {
    expect(isStill(prompt)).toBe(true);
  });

  it.each(films.filter((prompt) => !prompt.includes('logo')))('is not "%s"', (prompt) => {
    expect(isStill(prompt)).toBe(false);
  });
});
