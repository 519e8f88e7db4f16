import { describe, expect, it } from 'vitest';
import { withMusicApart } from '../../src/prompt/music-tags.js';

const tags = (...texts: string[]): readonly string[] =>
  withMusicApart(texts.map((text) => ({ words: text.split(' '), endsSentence: false, labels: 0 }))).map(({ words }) =>
    words.join(' '),
  );

describe('what is played', () => {
  it('is told tag by tag', () => {
    expect(tags('80 bpm lo fi hip hop with mellow piano and vinyl crackle')).toEqual([
      'lo fi hip hop',
      '80 bpm',
      'mellow piano',
      'vinyl crackle',
    ]);
  });

  it('has one name for who sings', () => {
    expect(tags('folk song', 'a woman singing')).toEqual(['folk song', 'female vocals']);
    expect(tags('a quay', 'a woman singing')).toEqual(['a quay', 'a woman singing']);
  });

  it.each([
    [['piano with no drums and bass']],
    [['80 bpm piano with drums', '120 bpm bass']],
    [['a man with a guitar and drums']],
    [['a kite with a tail']],
  ])('stays together: %j', (texts) => {
    expect(tags(...texts)).toEqual(texts);
  });
});
