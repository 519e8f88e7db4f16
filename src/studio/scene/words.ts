/** The kinds of place a scene can show; `studio` is a plain product backdrop. */
export type Place = 'meadow' | 'sea' | 'city' | 'mountain' | 'forest' | 'desert' | 'interior' | 'studio';
/** The light of a scene. */
export type Daytime = 'dawn' | 'day' | 'golden' | 'sunset' | 'dusk' | 'night' | 'overcast';
/** The weather of a scene. */
export type Weather = 'clear' | 'cloudy' | 'rain' | 'snow' | 'fog' | 'storm';
/** The drawing style of a scene. */
export type Style = 'plain' | 'watercolor' | 'minimal' | 'neon' | 'vintage' | 'lineart' | 'noir';
/** Everything that can stand in a scene as its subject. */
export type SubjectName =
  | 'lighthouse'
  | 'house'
  | 'castle'
  | 'tower'
  | 'tent'
  | 'boat'
  | 'car'
  | 'bicycle'
  | 'balloon'
  | 'train'
  | 'rocket'
  | 'cat'
  | 'dog'
  | 'bird'
  | 'person'
  | 'robot'
  | 'tree'
  | 'flower'
  | 'bottle'
  | 'cup'
  | 'shoe'
  | 'lamp'
  | 'book'
  | 'gift';

type Vocabulary<T extends string> = readonly (readonly [T, RegExp])[];

/** Words that name a place; the first row that matches wins. */
export const PLACES: Vocabulary<Exclude<Place, 'meadow'>> = [
  ['interior', /\b(interiors?|indoors?|rooms?|kitchens?|cafes?|cafés?|living|bedrooms?|office|library|window ?sill)\b/],
  ['studio', /\b(studio|products?|packshot|backdrop|podium|seamless|white background|plain background)\b/],
  ['sea', /\b(seas?|oceans?|beach(es)?|coasts?|coastal|harbou?rs?|shores?|waves?|islands?|lakes?|bay|cliffs?|river)\b/],
  [
    'city',
    /\b(city|cities|streets?|skylines?|skyscrapers?|tokyo|york|london|paris|downtown|urban|alleys?|rooftops?)\b/,
  ],
  ['mountain', /\b(mountains?|alps|alpine|peaks?|summits?|himalayas?|glaciers?|valleys?|fjords?)\b/],
  ['forest', /\b(forests?|woods|woodlands?|jungles?|pines?|redwoods?|grove)\b/],
  ['desert', /\b(deserts?|dunes?|sahara|cactus|canyons?|mars|wasteland)\b/],
];

/** Words that name the light. */
export const DAYTIMES: Vocabulary<Daytime> = [
  ['night', /\b(nights?|midnight|moon(lit|light)?|stars?|starry|dark|aurora)\b/],
  ['sunset', /\b(sunsets?|sundown)\b/],
  ['dusk', /\b(dusk|twilight|blue hour|evening)\b/],
  ['golden', /\b(golden|autumn(al)?|warm light|late afternoon)\b/],
  ['dawn', /\b(dawn|sunrises?|morning|pastel)\b/],
  ['overcast', /\b(overcast|grey sky|gray sky|gloomy|moody)\b/],
  ['day', /\b(day|noon|midday|daylight|sunny|bright|summer)\b/],
];

/** Words that name the weather. */
export const WEATHERS: Vocabulary<Weather> = [
  ['storm', /\b(storms?|stormy|thunder|lightning)\b/],
  ['rain', /\b(rain|rainy|raining|drizzle|wet)\b/],
  ['snow', /\b(snow|snowy|snowing|winter|blizzard|frost|christmas)\b/],
  ['fog', /\b(fog|foggy|mist|misty|haze|hazy)\b/],
  ['cloudy', /\b(clouds?|cloudy)\b/],
  ['clear', /\b(clear|cloudless)\b/],
];

/** Words that name a drawing style. */
export const STYLES: Vocabulary<Style> = [
  ['watercolor', /\b(water ?colou?rs?|aquarelle|gouache|painted|painting)\b/],
  ['minimal', /\b(minimal|minimalist|minimalism|flat design|simple shapes)\b/],
  ['neon', /\b(neon|cyberpunk|synthwave|vaporwave)\b/],
  ['vintage', /\b(vintage|retro|sepia|old photo|nostalgic|film grain)\b/],
  ['lineart', /\b(line ?-?art|line drawing|sketch|ink drawing|outline|coloring page|pencil)\b/],
  ['noir', /\b(noir|black and white|monochrome|b&w|charcoal)\b/],
];

/** Words that name a subject; a scene shows up to three of them, in prompt order. */
export const SUBJECTS: Vocabulary<SubjectName> = [
  ['lighthouse', /\blighthouses?\b/],
  ['house', /\b(houses?|cabins?|cottages?|huts?|villas?|homes?|barns?|shops?)\b/],
  ['castle', /\b(castles?|fortress|palaces?)\b/],
  ['tower', /\b(towers?|windmills?)\b/],
  ['tent', /\b(tents?|camping|camp)\b/],
  ['boat', /\b(boats?|sailboats?|ships?|yachts?|sailing|ferry)\b/],
  ['car', /\b(cars?|taxis?|automobiles?|roadster|truck|van|suv)\b/],
  ['bicycle', /\b(bicycles?|bikes?|cyclists?)\b/],
  ['balloon', /\b(balloons?)\b/],
  ['train', /\b(trains?|trams?|locomotives?)\b/],
  ['rocket', /\b(rockets?|spaceships?|spacecraft)\b/],
  ['cat', /\b(cats?|kittens?|kitty|fox|foxes)\b/],
  ['dog', /\b(dogs?|pupp(y|ies)|corgi|wolf|horse)\b/],
  ['bird', /\b(birds?|seagulls?|owls?|eagles?|crows?|parrots?)\b/],
  ['robot', /\b(robots?|androids?|mech|droid)\b/],
  ['person', /\b(persons?|people|man|men|woman|women|girl|boy|child|hiker|astronaut|portrait|model|friend|knight)\b/],
  ['flower', /\b(flowers?|roses?|tulips?|sunflowers?|bouquet|daisy|daisies)\b/],
  ['tree', /\b(trees?|oak|palm|bonsai|cherry blossom)\b/],
  ['bottle', /\b(bottles?|perfume|wine|potion|serum|shampoo|cosmetics?|lotion)\b/],
  ['cup', /\b(cups?|mugs?|coffee|tea|latte|espresso|teapot)\b/],
  ['shoe', /\b(shoes?|sneakers?|trainers|boots?)\b/],
  ['lamp', /\b(lamps?|lanterns?)\b/],
  ['book', /\b(books?|novel|notebook)\b/],
  ['gift', /\b(gifts?|present|box|package|packaging)\b/],
];

/** Colour words and the colour they give the subject. */
export const COLOURS: readonly (readonly [RegExp, string])[] = [
  [/\b(red|crimson|scarlet)\b/, '#d8433b'],
  [/\b(orange|copper)\b/, '#ea8035'],
  [/\b(yellow|mustard|lemon)\b/, '#f2c230'],
  [/\b(green|emerald|mint)\b/, '#3f9c63'],
  [/\b(teal|turquoise|cyan)\b/, '#2ba6a4'],
  [/\b(blue|navy|cobalt|azure)\b/, '#3d74c6'],
  [/\b(purple|violet|lavender)\b/, '#8658b8'],
  [/\b(pink|magenta|rose-coloured)\b/, '#e2709e'],
  [/\b(black|obsidian)\b/, '#2a2c38'],
  [/\b(white|ivory|pearl)\b/, '#f4f0e8'],
  [/\b(brown|chestnut|leather)\b/, '#8a5a3c'],
  [/\b(silver|chrome|steel|grey|gray)\b/, '#a8b1bd'],
];
