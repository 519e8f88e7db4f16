/** Words by which a prompt says something of one layer of a picture, a film or a sound. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Where something is. */
export const placeNouns = wordsOf(`
  alley arena attic balcony bar barn beach bedroom bridge cafe castle cave church city cliff coast corridor courtyard
  crossing desert desk diner dune dunes farm field fjord forest garden harbor hill hills hotel house island jungle kitchen
  lake landscape library market meadow mountain mountains museum ocean office palace park path pier plain planet pond
  pool port prairie quay river road rooftop room ruins school sea shelf shop shore sky space stage station street studio
  subway swamp table temple theater town tunnel valley village wall waterfall window workshop yard background backdrop
  woods canyon skyline porch hallway staircase classroom gym hospital airport cockpit cabin vineyard orchard greenhouse
  marina bay lagoon reef underwater horizon plaza square avenue highway bakery bookstore supermarket outdoors indoors
  strasse wald stadt meer zimmer rue foret ville plage calle bosque ciudad playa 街 森林 城市 海 房间 山`);

/** Pictures that are meant to be little: a mark needs no light and no place. */
export const plainGenres = wordsOf(`
  logo logos icon icons emoji sticker stickers badge pattern patterns texture textures diagram chart graph font monogram
  favicon pictogram qr avatar wordmark emblem clipart glyph symbol seamless tileable swatch wireframe blueprint map`);

/** Orders to change what is there already. */
export const changeOrders = wordsOf(`
  remove replace erase delete change make add turn swap extend crop recolor brighten darken fix blur sharpen rotate
  resize expand fill restore colorize upscale cut clean straighten move put give convert retouch smooth merge combine
  widen outpaint unblur denoise keep`);

/** Media that are named like colours. */
export const colourNamedMedia = wordsOf('charcoal pastel pastels sepia');

/** Drawings and marks on a blank ground, which need no place and no light; two words stand next to each other. */
export const plainDrawings = wordsOf(`
  sketch doodle lineart sprite spritesheet tileset silhouette stencil label barcode crossword grid crest infographic
  timeline flowchart mockup coloring-page line-art pixel-art low-poly coat-arms floor-plan clip-art paper-cutout`);

/** Words by which a thing is wanted by itself, to be put somewhere else: it needs no light and no place. */
export const cutOuts = wordsOf('isolated cutout packshot transparent knockout chromakey');

/** What a thing stands before when it is wanted by itself. */
export const plainGrounds = wordsOf('white black gray plain transparent solid blank neutral pure green clean');

/** Words around writing that is itself the picture. */
export const writingWords = wordsOf(`
  typography lettering calligraphy text word words letter letters headline slogan title caption typeface serif sans script
  handwritten handwriting wordart monospace`);

/** How a camera moves or stands in a film. */
export const cameraMoves = wordsOf(`
  camera pan panning pans tilt tilting tilts zoom zooming zooms dolly tracking orbit orbits crane handheld static push
  pushes pull pulls drone aerial pov steadicam whip follows closeup close wide shot view 镜头 推 拉 移`);

/** What kind of music it is. */
export const musicGenres = wordsOf(`
  ambient blues bossa classical country cumbia dance disco drill dub dubstep edm electronic flamenco folk funk garage
  gospel grunge hip hop house indie jazz jungle latin lo lofi fi metal opera orchestral pop punk rap reggae rnb rock
  bluegrass celtic chiptune acoustic reggaeton afrobeat shoegaze salsa samba ska soul swing synthwave tango techno trance trap vaporwave waltz soundtrack score lullaby march`);

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

/** Orders to show or to make something that say nothing of what. */
export const emptyNouns = wordsOf(`
  something anything thing things stuff image images picture pictures pic visual visuals video clip footage scene content
  artwork art asset graphic result shot background wallpaper music song track tune sound audio noise effect design`);

/** Praise that shows nothing, where it is all that is said. */
export const praiseWords = wordsOf(`
  cool nice good great awesome pretty lovely beautiful amazing interesting creative unique random fun epic fancy perfect
  professional modern aesthetic best better stunning special inspiring attractive catchy viral quality high new my our
  some any ad social media post website presentation slide`);

/** How close and through what lens a film looks. */
export const filmLooks = wordsOf('macro telephoto fisheye overhead lapse hyperlapse handheld anamorphic');

/** How a voice sounds and speaks. */
export const voiceWords = wordsOf(`
  voice voices narrator narration speaker accent whisper whispers whispering whispered shout shouting male female british
  american irish husky raspy breathy baritone soprano tenor`);

/** Things whose names end like an action's. */
export const nounsInIng = wordsOf(`
  building ceiling clothing earring evening string spring ring wing king thing nothing something anything everything
  lightning pudding wedding dumpling duckling sibling inning viking herring sterling darling swing sling feeling being
  meaning setting bedding railing awning paving plumbing flooring icing frosting stocking lining piercing`);
