import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/prompt/analyse.js';
import { settingChanges } from '../../src/prompt/setting-changes.js';

const changes = (before: string, after: string) =>
  settingChanges(analyse({ prompt: before }), analyse({ prompt: after }));

describe('settingChanges', () => {
  it('finds none between equal settings', () => {
    expect(changes('a pier --ar 3:2', 'a pier --ar 3:2')).toEqual({ added: [], removed: [], cosmetic: [] });
  });

  it('names changed parameters on both sides', () => {
    expect(changes('a pier --ar 3:2', 'a pier --ar 2:3 --no boats')).toEqual({
      added: ['--ar 2:3', '--no boats'],
      removed: ['--ar 3:2'],
      cosmetic: [],
    });
  });

  it.each([
    ['(fog:1.1)', '(fog:1.39)', false],
    ['(fog:1.1)', '(fog:1.4)', true],
    ['fog', '(fog:1.3)', true],
    ['(fog:0.1)', '(fog:-0.1)', true],
  ])('weighs %s against %s', (before, after, isMaterial) => {
    const { added, removed, cosmetic } = changes(before, after);
    expect([added.length + removed.length, cosmetic.length]).toEqual(isMaterial ? [1, 0] : [0, 1]);
  });

  it('counts a heavier weight as added and a lighter one as removed, so that both directions agree', () => {
    expect(changes('fog', '(fog:1.4)')).toMatchObject({ added: ['weight of fog 1.00 → 1.40'], removed: [] });
    expect(changes('(fog:1.4)', 'fog')).toMatchObject({ added: [], removed: ['weight of fog 1.40 → 1.00'] });
  });

  it('names decoration that came or went', () => {
    expect(changes('a pier, 8k', 'a pier, masterpiece').cosmetic).toEqual(['8k', 'masterpiece']);
  });
});
