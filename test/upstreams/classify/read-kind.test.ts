import { describe, expect, it } from 'vitest';
import { readKind, type KindWords } from '../../../src/upstreams/classify/read-kind.js';

const words = (said: Partial<KindWords>): KindWords => ({
  ...{ name: 'x', title: '', lead: '', description: '', makes: false, required: new Set<string>() },
  ...said,
});

describe('readKind', () => {
  it('hears the name first, then the title, the first sentence, the arguments and all the rest', () => {
    const all = { name: 'make video', title: 'Song', lead: 'draws a picture', description: 'for speech' };
    expect(readKind(words(all), {}).kind).toBe('video');
    expect(readKind(words({ ...all, name: 'x', title: 'song' }), {}).kind).toBe('music');
    expect(readKind(words({ ...all, name: 'x', title: '' }), {}).kind).toBe('image');
    const shaped = { prompt: ['p'], aspect: ['a'], seconds: ['s'] };
    expect(readKind(words({ description: 'for speech' }), shaped)).toMatchObject({
      kind: 'video',
      why: { from: 'arguments', words: 's' },
    });
    expect(readKind(words({ description: 'for speech' }), {}).kind).toBe('voice');
  });

  it('narrows a wide name by the first sentence only where the call has to bring what is worked on', () => {
    const said = { name: 'photo', lead: 'edits a photo' };
    expect(readKind(words({ ...said, required: new Set(['image']) }), { image: ['image'] }).kind).toBe('edit');
    expect(readKind(words(said), { image: ['image'] }).kind).toBe('image');
  });

  it('takes what is made of nothing known for text, and what does nothing known for a utility', () => {
    expect(readKind(words({ name: 'make page', makes: true }), { prompt: ['brief'] }).kind).toBe('llm');
    expect(readKind(words({ name: 'page' }), { prompt: ['brief'] }).kind).toBe('utility');
  });
});
