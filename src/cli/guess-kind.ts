import type { Kind } from '../model/kind.js';

/** Words in tool names that give a kind away; the first that fits counts, so the narrower ones come first. */
const signs: readonly (readonly [RegExp, Kind])[] = [
  [/background/i, 'background-removal'],
  [/upscal|enhance/i, 'upscale'],
  [/inpaint|vary_region/i, 'inpaint'],
  [/outpaint|expand/i, 'outpaint'],
  [/reframe|aspect/i, 'reframe'],
  [/variation|remix/i, 'variation'],
  [/video|animate/i, 'video'],
  [/speech|voice|tts|speak/i, 'voice'],
  [/music|song/i, 'music'],
  [/sound|sfx/i, 'sound'],
  [/3d|mesh/i, '3d'],
  [/edit/i, 'edit'],
  [/image|picture|photo|draw|illustration/i, 'image'],
];

/** What kind of work a tool seems to do, from its name alone: a proposal for a person, never a ground to decide on. */
export function guessKind(tool: string): Kind {
  return signs.find(([sign]) => sign.test(tool))?.[1] ?? 'other';
}
