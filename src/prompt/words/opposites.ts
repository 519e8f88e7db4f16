import { placeNouns } from './layers.js';

/** Two ways to put a thing that cannot both be meant, in the words that prompts are read into. Source: own lists. */
export interface Opposites {
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Words that turn the one into the other within one film, so that both can be meant. */
  readonly unless?: ReadonlySet<string>;
  /** Whether they are only opposites in one breath: a long film may have a close-up here and a wide shot there. */
  readonly isNear?: boolean;
}

const phrasesOf = (text: string): readonly string[] => text.trim().split(/[|\n]/);

/** Words by which one prompt speaks of two states: what is said of both contradicts nothing. */
export const changing: ReadonlySet<string> = new Set(
  `transition transitions transitioning turns turning becomes becoming fades fading morph morphs morphing changes changing
  shifts shifting split half halves versus vs diptych contrast juxtaposed juxtaposition collage before after then later
  until reflection mural poster painting tv screen`
    .trim()
    .split(/\s+/),
);

const moving: ReadonlySet<string> = new Set(
  'zoom zooms zooming push pushes pull pulls dolly crane cut cuts rack reveal reveals montage moves moving switches shots'.split(
    ' ',
  ),
);
const emptyPlaces = [...placeNouns].flatMap((place) => [`empty ${place}`, `deserted ${place}`]);

/** Pairs of sayings that cannot both be meant; phrases may stand in any order if they are of two words. */
export const opposites: readonly Opposites[] = [
  { left: phrasesOf('daylight|daytime|noon|midday'), right: phrasesOf('night|midnight|nighttime|moonlit|moonlight') },
  { left: phrasesOf('sunrise|dawn'), right: phrasesOf('sunset|dusk') },
  {
    left: phrasesOf('static|static camera|static shot|locked off'),
    right: phrasesOf('pan|panning|dolly|tracking|orbit|handheld|zoom|zooming|tilt|tilting'),
  },
  { left: phrasesOf('slow motion'), right: phrasesOf('time lapse|hyperlapse') },
  {
    left: phrasesOf('monochrome|grayscale|black white'),
    right: phrasesOf(`colorful|vibrant|rainbow|vivid color|vivid colors|bright colors|full color|saturated colors
neon colors|rich colors`),
  },
  {
    left: phrasesOf('minimalist|minimal|minimalistic'),
    right: phrasesOf('ornate|cluttered|baroque|rococo|maximalist'),
  },
  {
    left: phrasesOf('photorealistic|photorealism|hyperrealistic'),
    right: phrasesOf('cartoon|anime|watercolor|sketch|pixel art|line art|flat vector'),
  },
  {
    left: phrasesOf('instrumental|silent|no:vocals|no:singing'),
    right: phrasesOf('vocals|singing|singer|rapper|rapping'),
  },
  { left: phrasesOf('macro'), right: phrasesOf('aerial|panorama|panoramic|wide shot'), unless: moving, isNear: true },
  {
    left: phrasesOf('close up|extreme close up'),
    right: phrasesOf('wide shot|long shot|establishing shot|full shot|aerial view|aerial shot'),
    unless: moving,
    isNear: true,
  },
  { left: emptyPlaces, right: phrasesOf('full people|crowd|crowds|many people|packed people|hundreds people') },
  { left: phrasesOf('cloudless|clear sky|clear blue sky'), right: phrasesOf('overcast|cloudy|stormy|thunderstorm') },
  {
    left: phrasesOf("bird's eye|aerial view|aerial shot|top down|overhead shot|overhead view"),
    right: phrasesOf("low angle|worm's eye"),
    unless: moving,
    isNear: true,
  },
  { left: phrasesOf('high key'), right: phrasesOf('low key') },
  { left: phrasesOf('shallow depth field|bokeh'), right: phrasesOf('deep focus') },
  { left: phrasesOf('slow tempo|adagio|largo'), right: phrasesOf('fast tempo|uptempo|presto|allegro') },
];
