import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { closest } from '../../src/prompt/closest.js';

const candidates = (...texts: readonly string[]) =>
  texts.map((text) => ({ id: text, features: analyse({ prompt: text }) }));
const find = (prompt: string, ...texts: readonly string[]) => closest(analyse({ prompt }), candidates(...texts));

describe('closest', () => {
  it('finds nothing among nothing, and nothing among strangers', () => {
    expect(find('an otter in a teacup')).toBeUndefined();
    expect(find('an otter in a teacup', 'a lighthouse by night')).toBeUndefined();
  });

  it('prefers a certain re-run to whatever looks more alike', () => {
    const found = find(
      'a red otter in a teacup',
      'a blue otter in a teacup',
      'teacup, otter',
      'a red otter in teacup, 8k',
    );
    expect(found).toMatchObject({ id: 'a red otter in teacup, 8k', similarity: 1, difference: { rerun: 'certain' } });
  });

  it('prefers a suspect to a different prompt', () => {
    const found = find('a dog chasing a cat', 'a red dog chasing a cat', 'a cat chasing a dog');
    expect(found).toMatchObject({ id: 'a cat chasing a dog', difference: { rerun: 'suspect' } });
  });

  it('gives the most similar one otherwise, with the change since then', () => {
    const found = find('a red otter in a teacup', 'an otter and a badger on a boat', 'a blue otter in a teacup');
    expect(found).toMatchObject({
      id: 'a blue otter in a teacup',
      difference: { rerun: 'no', material: [{ type: 'colour', before: 'blue', after: 'red' }] },
    });
    expect(found?.similarity).toBeGreaterThan(0.5);
  });

  it('finds the re-run among many prompts that look alike', () => {
    const colors = Array.from({ length: 300 }, (_, at) => `an otter number ${at} in a teacup`);
    expect(find('otter number 250 in a teacup, 8k', ...colors)?.id).toBe('an otter number 250 in a teacup');
  });
});
