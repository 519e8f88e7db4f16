import { describe, expect, it } from 'vitest';
import { guessArguments } from '../../src/cli/guess-arguments.js';

const schema = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, {}])) });

describe('guessArguments', () => {
  it('knows the usual names', () => {
    expect(
      guessArguments(schema('text', 'num_images', 'model_id', 'aspect_ratio', 'duration', 'image_url', 'style')),
    ).toEqual({
      prompt: 'text',
      count: 'num_images',
      model: 'model_id',
      aspect: 'aspect_ratio',
      seconds: 'duration',
      inputs: ['image_url'],
    });
  });

  it('prefers the plainer name', () => {
    expect(guessArguments(schema('text', 'prompt')).prompt).toBe('prompt');
  });

  it('guesses nothing from a schema without properties', () => {
    expect(guessArguments({ type: 'object' })).toEqual({});
  });
});
