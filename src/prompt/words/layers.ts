/** Words by which a prompt says something of one layer of a picture, a film or a sound. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Where something is. */
export const placeNouns = wordsOf(`
  alley arena attic balcony bar barn beach bedroom bridge cafe castle cave church city cliff coast corridor courtyard
  crossing desert desk diner dune dunes farm field fjord forest garden harbor hill hills hotel house island jungle kitchen
  lake landscape library market meadow mountain mountains museum ocean office palace park path pier plain planet pond
  pool port prairie quay river road rooftop room ruins school sea shelf shop shore sky space stage station street studio
  subway swamp table temple theater town tunnel valley village wall waterfall window workshop yard background backdrop
  strasse wald stadt meer zimmer rue foret ville plage calle bosque ciudad playa 街 森林 城市 海 房间 山`);

/** Pictures that are meant to be little: a mark needs no light and no place. */
export const plainGenres = wordsOf(`
  logo logos icon icons emoji sticker stickers badge pattern patterns texture textures diagram chart graph font monogram
  favicon pictogram qr avatar wordmark emblem clipart glyph symbol seamless tileable swatch wireframe blueprint map`);

/** Orders to change what is there already. */
export const changeOrders = wordsOf(`
  remove replace erase delete change make add turn swap extend crop recolor brighten darken fix blur sharpen rotate
  resize expand fill restore colorize upscale cut clean straighten`);

/** How a camera moves or stands in a film. */
export const cameraMoves = wordsOf(`
  camera pan panning pans tilt tilting tilts zoom zooming zooms dolly tracking orbit orbits crane handheld static push
  pushes pull pulls drone aerial pov steadicam whip follows closeup close wide shot view 镜头 推 拉 移`);

/** What kind of music it is. */
export const musicGenres = wordsOf(`
  ambient blues bossa classical country cumbia dance disco drill dub dubstep edm electronic flamenco folk funk garage
  gospel grunge hip hop house indie jazz jungle latin lo lofi fi metal opera orchestral pop punk rap reggae rnb rock
  salsa samba ska soul swing synthwave tango techno trance trap vaporwave waltz soundtrack score lullaby march`);

/** What plays. */
export const instruments = wordsOf(`
  piano guitar guitars drum drums bass violin violins cello strings brass trumpet saxophone sax flute clarinet organ
  harp synth synths synthesizer keys bells percussion ukulele banjo mandolin choir vocals vocal voice beat beats 808
  accordion harmonica marimba kalimba sitar orchestra`);

/** How it feels. */
export const moods = wordsOf(`
  happy sad angry calm serene joyful melancholic melancholy nostalgic playful tense peaceful mellow dreamy dark epic
  uplifting upbeat relaxing soothing energetic aggressive romantic mysterious hopeful gloomy warm moody triumphant
  cheerful haunting cozy chill ominous`);

/** How fast it goes. */
export const tempos = wordsOf(
  'bpm slow fast tempo allegro andante adagio presto moderate midtempo driving laid uptempo',
);

/** How a voice sounds and speaks. */
export const voiceWords = wordsOf(`
  voice voices narrator narration speaker accent whisper whispers whispering whispered shout shouting male female british
  american irish husky raspy breathy baritone soprano tenor`);

/** Things whose names end like an action's. */
export const nounsInIng = wordsOf(`
  building ceiling clothing earring evening string spring ring wing king thing nothing something anything everything
  lightning pudding wedding dumpling duckling sibling inning viking herring sterling darling swing sling feeling being
  meaning setting bedding railing awning paving plumbing flooring icing frosting stocking lining piercing`);

/** Pairs of words that cannot both be meant. */
export const opposites: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['day', 'daylight', 'noon', 'midday'],
    ['night', 'midnight', 'moonlit', 'moonlight'],
  ],
  [
    ['sunrise', 'dawn'],
    ['sunset', 'dusk'],
  ],
  [['static'], ['pan', 'panning', 'dolly', 'tracking', 'orbit', 'handheld', 'zoom', 'zooming']],
  [['slow'], ['timelapse', 'hyperlapse']],
  [
    ['monochrome', 'grayscale'],
    ['colorful', 'vibrant', 'rainbow'],
  ],
  [
    ['minimalist', 'minimal'],
    ['ornate', 'cluttered', 'baroque', 'rococo'],
  ],
  [
    ['photorealistic', 'photo'],
    ['cartoon', 'anime', 'watercolor', 'sketch'],
  ],
  [
    ['silent', 'instrumental'],
    ['vocals', 'singing', 'singer'],
  ],
  [['macro'], ['aerial', 'panorama', 'panoramic']],
];
