import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/prompt/read-json.js';

describe('readJson', () => {
  it('reads prompt, negative prompt and settings', () => {
    expect(readJson('{"size":{"w":2},"prompt":"a pier","negativePrompt":"boats","audio":true}')).toEqual({
      text: 'a pier',
      negative: 'boats',
      settings: [
        ['audio', 'true'],
        ['size w', '2'],
      ],
    });
  });

  it('takes all fields for the prompt when none is', () => {
    expect(readJson('{"place":"pier","cast":["gull","seal"]}')?.text).toBe('cast 1: gull; cast 2: seal; place: pier');
  });

  it.each(['a pier', '{a pier}', '["a pier"]', '{"prompt":', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`])(
    'leaves other text alone: %.20s',
    (text) => {
      expect(readJson(text)).toBeUndefined();
    },
  );
});
