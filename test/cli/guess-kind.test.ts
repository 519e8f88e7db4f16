import { expect, it } from 'vitest';
import { guessKind } from '../../src/cli/guess-kind.js';

it.each([
  ['text_to_image', 'image'],
  ['image_to_video', 'video'],
  ['remove_background', 'background-removal'],
  ['upscaleImage', 'upscale'],
  ['tts_hd', 'voice'],
  ['edit_image', 'edit'],
  ['do_things', 'other'],
])('takes %s for %s', (tool, kind) => {
  expect(guessKind(tool)).toBe(kind);
});
