/** Words by which one and the same statement is turned into another. Source: own lists. */
const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Things of which nobody asks whether they sit or stand: both only say where they are. */
export const inanimate = wordsOf(`
  table desk chair sofa couch bench bed lamp vase bowl cup mug glass plate dish pot kettle bottle jar jug basket box crate barrel
  bucket bag suitcase book books magazine newspaper letter laptop computer monitor keyboard phone smartphone television tv
  camera clock watch radio speaker microphone candle lantern mirror picture painting statue sculpture fountain sign lamppost
  house cottage cabin building tower church castle palace temple bridge barn shed windmill lighthouse skyscraper store shop
  hydrant tent statue monument fence gate wall door pillar ladder umbrella bicycle bike motorcycle car truck bus train van
  boat ship sailboat airplane plane helicopter tractor wagon cart scooter skateboard surfboard snowboard apple apples orange
  oranges banana bananas lemon lemons pear pears cake pie pizza sandwich bread cheese cookie cookies donut donuts fruit
  fruits vegetables flower flowers rose roses bouquet plant plants cactus pumpkin toy ball kite piano guitar violin drum
  crown sword shield helmet hat shoe shoes boots chest trophy globe telescope typewriter toaster oven stove refrigerator
  fridge microwave sink toilet bathtub teapot teacup saucer tray pan skillet cushion pillow blanket rug towel scissors knife
  fork spoon pencil pen notebook envelope stone rock boulder log`);

/** Rooms and other places of which "with a stove" says what is in them. */
export const rooms = wordsOf('room kitchen bathroom bedroom hallway office classroom garage attic basement cellar');

/** Places that hold all that goes on in a picture. */
export const settings = wordsOf(`
  kitchen bedroom bathroom room livingroom classroom library museum gallery office restaurant cafe bar pub diner bakery
  hospital school church cathedral temple theater cinema stadium gym garage workshop studio basement attic cellar cave
  forest woods jungle rainforest desert beach park garden meadow field prairie savanna swamp valley village town city
  street alley market plaza square courtyard playground farm vineyard orchard cemetery harbor ocean sea lake river pool
  space underwater snow rain fog mist storm stage mountains countryside`);

/** Times at which all of a picture goes on. */
export const times = wordsOf(`
  night sunset dawn dusk sunrise noon midday midnight twilight nighttime daytime morning evening afternoon summer winter
  autumn spring`);

/** What is going on in a picture within the picture: where it is, may be in either. */
export const framed = wordsOf(`
  and or but then while who that which with of through about into from to showing shows depicting depicts displaying displays
  featuring features portraying watching watches filming films painting drawing photographing imagining dreaming reflecting
  reflected screen tv television mirror poster billboard photo picture`);

/** What somebody does without a thing to do it to, said before or after who does it. */
export const states = wordsOf(`
  sleeping smiling crying laughing sitting standing running walking jumping flying dancing swimming barking lying kneeling
  grinning floating yawning resting singing screaming`);

/** Verbs that are said of many in the form in which they are listed: "two owls stand". */
export const actionBases = wordsOf(`
  stand sit lie fly run walk jump swim dance fight ride hold eat drink sleep read write look talk speak drive climb play wait
  graze float hang wear carry watch chase swing sing laugh smile perch lean`);

/** Clothes that one can be in without sitting inside them. */
export const clothes = wordsOf(`
  dress shirt suit jacket coat pants trousers jeans skirt gown uniform costume armor kimono robe robes sweater hoodie swimsuit
  bikini tuxedo cloak apron outfit clothes clothing overalls pajamas shorts blazer vest raincoat sunglasses tunic toga`);

/** What a surface is like that is covered with something. */
export const coverings: ReadonlyMap<string, string> = new Map([
  ['snow', 'snowy'],
  ['dust', 'dusty'],
  ['mud', 'muddy'],
  ['moss', 'mossy'],
  ['grass', 'grassy'],
  ['ice', 'icy'],
]);

/** What somebody has who is said to be so: "bearded", "red haired". */
export const features: ReadonlyMap<string, string> = new Map([
  ['haired', 'hair'],
  ['eyed', 'eyes'],
  ['bearded', 'beard'],
  ['freckled', 'freckles'],
]);

/** Words that end like an adverb and are none. */
export const adjectivesInLy = wordsOf(`
  family butterfly dragonfly firefly jelly lily belly bully holy ugly lovely friendly lonely elderly curly early daily only
  assembly silly chilly hilly woolly bubbly wobbly sparkly cuddly ghostly heavenly deadly lively homely motherly costly
  weekly monthly ally rally reply supply monopoly italy july anomaly prickly wrinkly scaly oily`);
