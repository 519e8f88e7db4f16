import { describe, expect, it } from 'vitest';
import { kindSigns, nameSigns, wordSigns } from '../../../../src/upstreams/classify/words/kinds.js';

const firstOf = (text: string) => [...kindSigns, ...nameSigns, ...wordSigns].find(({ sign }) => sign.test(text))?.kind;

describe('signs of kinds', () => {
  it.each([
    ['text to image', 'image'],
    ['image to image', 'edit'],
    ['image to video', 'video'],
    ['video to video', 'video-edit'],
    ['remove the background', 'background-removal'],
    ['remove watermark', 'inpaint'],
    ['text to speech', 'voice'],
    ['speech to text', 'transcription'],
    ['sound effects', 'audio'],
    ['isolate vocals', 'audio'],
    ['background music', 'music'],
    ['write lyrics', 'llm'],
    ['music video', 'video'],
    ['image to 3d', '3d'],
    ['upscales an image', 'upscale'],
    ['expand the canvas', 'outpaint'],
    ['describe a photo', 'vision'],
    ['to svg', 'vectorize'],
    ['run any model', 'generic-invoke'],
    ['create prediction', 'generic-invoke'],
    ['gpu cluster', 'infra'],
    ['deep research', 'llm'],
    ['fine tune', 'training'],
    ['nothing of the kind', undefined],
  ])('reads "%s" as %s', (text, kind) => {
    expect(firstOf(text)).toBe(kind);
  });

  it('looks at whole words only', () => {
    expect(firstOf('imagery')).toBeUndefined();
    expect(firstOf('restart')).toBeUndefined();
  });
});
