import { pick, randomFrom } from '../../lib/random.mjs';

const SUBJECTS =
  'lighthouse keeper,ceramic teapot,fox in a raincoat,vintage motorcycle,jazz trumpeter,astronaut gardener,snow leopard,wooden rowboat,ballet dancer,desert caravan,paper crane,clockmaker,sourdough loaf,coral reef diver,running shoe,robot violinist,hot air balloon,owl librarian,marble statue,porcelain mask,beekeeper,carousel horse,typewriter,koi pond,steam locomotive,kite maker,icebreaker ship,honey jar,cathedral organ,weaver at a loom';
const ACTIONS =
  'leaning against a weathered railing,emerging from thick morning fog,surrounded by drifting embers,reflected in a rain puddle,wrapped in translucent silk,examining a tiny glowing map,waiting beneath a broken umbrella,crossing a rope bridge slowly,half buried in red sand,pouring steaming broth,balancing on stacked books,listening to a seashell,repairing a torn sail,carrying lanterns uphill,tasting snow,unrolling an enormous blueprint';
const PLACES =
  'in an abandoned observatory,on a Lisbon side street,at a salt flat horizon,along a Norwegian fjord,beneath a highway overpass,in a flooded library,on a rusted pier,near a volcanic ridge,in a bamboo grove,on a chalk cliff,within a hedge maze,at a roadside diner,inside a grain silo,beside a frozen waterfall,under a planetarium dome,on a terraced rice slope';
const LIGHTS =
  'low golden backlight,harsh noon sun,moonlight through blinds,soft overcast daylight,candle glow from below,dawn haze,stormy green light,blue hour ambience,sodium street lamps,dappled leaf shade';
const LENSES =
  '35mm handheld,85mm portrait lens,tilt shift miniature,wide anamorphic frame,drone top down,fisheye close up,static locked tripod,over the shoulder angle,long exposure streaks,isometric view';
const STYLES =
  'fine film grain,gouache illustration,ukiyo-e woodblock,claymation set,risograph two colour print,baroque oil painting,charcoal sketch,stained glass,documentary photojournalism,botanical engraving,low poly diorama,cyanotype';

const PARTS = [LIGHTS, LENSES, STYLES].map((words) => words.split(','));
const HEAD = [SUBJECTS, ACTIONS, PLACES].map((words) => words.split(','));

/** Plausible prompts without end, no two alike, the same ones for every target. */
export function* prompts(seed = 7) {
  const random = randomFrom(seed);
  const any = (words) => pick(words, random);
  const seen = new Set();
  while (true) {
    const text = [HEAD.map(any).join(' '), ...PARTS.map(any)].join(', ');
    const count = seen.size;
    seen.add(text);
    if (seen.size > count) yield text;
  }
}
