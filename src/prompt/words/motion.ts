import { actionsOf } from '../inflect.js';

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** What somebody or something does in a film. Source: own list. */
const verbs = wordsOf(`
  walk run jump dance swim fly fall rise turn spin rotate wave sway flicker swirl roll pour drip bounce glide explode melt
  grow bloom open close drift float flow crash splash ripple burst bubble boil sizzle blow rustle flap flutter soar dive
  climb crawl creep chase drive ride race sail row ski skate surf cycle march stroll wander leap hop kick throw catch
  hit punch fight hug kiss laugh cry smile blink nod shake clap sing talk speak shout whisper eat drink sip chew cook stir
  chop slice knead write type play strum drum dig sweep lift carry push pull drop pick open unfold
  transform morph change appear disappear emerge approach pass cross enter leave arrive land launch erupt collapse
  crumble shatter break crack burn glow pulse shimmer sparkle zoom pan orbit dissolve fade scatter gallop trot stretch
  breathe yawn sneeze curl wag bark meow purr hunt graze peck hatch swing slide skid spill squeeze sprinkle drizzle unwrap
  assemble`);

const forms = verbs.flatMap((verb) => [verb, ...actionsOf(verb).now]);

/** Words that are told of the film itself or of things that never stand still. */
const restless = wordsOf(`
  waves traffic fire flame flames bonfire campfire smoke steam rainfall raining rain snowfall snowing wind windy waterfall
  fountain river stream fireworks confetti lava storm thunderstorm lightning tornado animation animated loop looping
  loopable lapse hyperlapse motion transition montage moving movement parade concert race surf rapids aurora`);

/** Words by which a film moves. */
export const motionWords: ReadonlySet<string> = new Set([...forms, ...restless]);

/** Media that stand still: asked of a film, they ask for a still. */
export const stillMedia: ReadonlySet<string> = new Set(['photo', 'snapshot', 'painting', 'wallpaper', 'screenshot']);
