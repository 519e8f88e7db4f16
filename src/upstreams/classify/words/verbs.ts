import { table } from './table.js';

/**
 * What a verb does, as far as money goes. `read`, `wait`, `cancel` and `erase` leave nothing new behind; `local` keeps things in
 * order; `record` writes an entry or makes something new, depending on what; `run` starts whatever it is given; `make` generates.
 */
export type Deed = 'read' | 'wait' | 'cancel' | 'erase' | 'local' | 'plan' | 'record' | 'run' | 'make' | 'think';

/** Verbs of tool names and descriptions in their plain form. Source: own list, from how tools and web interfaces are named. */
const verbs = table<Deed>({
  read: `get list search find fetch retrieve show view read query browse lookup look inspect check count see display discover
    describe explain peek enumerate report help ping return provide access history info details`,
  wait: 'wait poll track watch unwatch monitor await follow stream',
  cancel: 'cancel abort stop interrupt terminate kill halt purge pause',
  erase: 'delete remove revoke clear destroy erase drop discard trash unregister flush unload prune forget',
  local: `upload download save load open play configure setup set rename move copy import export install uninstall restart
    reset validate lint verify login logout auth authenticate authorize share tag assign link unlink relate select switch enable
    disable close connect disconnect init initialize manage favorite favourite sync log calculate archive finalize store persist
    curate attach detach mark pin subscribe unsubscribe bookmark visualize preflight reconnect cleanup acknowledge
    register rate lock estimate quote price publish troubleshoot repair reinstall fix`,
  plan: 'plan prepare outline preview dry',
  record: 'create add new update modify make insert append replace put patch',
  run: `run invoke execute call submit predict start launch queue enqueue trigger perform process schedule dispatch resume retry
    rerun deploy rent provision scale spawn boot batch apply use drive`,
  make: `generate compose render draw paint imagine synthesize synthesise produce design animate transform edit upscale enhance
    inpaint outpaint extend remix vary reframe expand colorize colourise restyle restore retouch clone dub convert vectorize
    vectorise transcribe isolate separate retexture texture rig remesh train finetune tune craft illustrate sketch speak narrate
    sing interpolate stylize stylise relight swap blend mix turn build sharpen denoise refine continue crop cut merge simulate
    master write index`,
  think: `analyze analyse chat ask complete summarize summarise translate answer research extract diagnose understand recognize
    recognise caption compare detect classify reason improve rewrite optimize interpret evaluate critique review`,
});

/** Words that turn a later word into what is really done: "text to speech", "remove background". */
export const gonePieces = new Set(
  `background bg watermark object objects text noise vocals vocal person people logo reflection shadow blemish artifacts`.split(
    ' ',
  ),
);

/** Verbs of making or thinking that mean keeping in order where no media is what they are done to: "edit folder", "restore snapshot". */
export const softVerbs = new Set('edit merge restore draw evaluate write'.split(' '));

/** Verbs of looking that take thought when a picture, a film or a sound is what is looked into: "describe image". */
export const lookingInto = new Set(
  'describe explain read inspect check look count report find discover explore'.split(' '),
);

/** Verbs of waiting that also name work on media: "track object", "stream speech". */
export const followingMedia = new Set('track watch monitor follow stream'.split(' '));

/** Verbs of keeping in order that leave media as they are: whatever else is done to media makes something new. */
export const carrying = new Set(
  `upload download save load open play rename move copy import share tag untag assign select favorite favourite bookmark store
  persist unlink rate pin estimate quote price calculate`.split(/\s+/),
);

/** Verbs that take a file as it is, to show it or to put it somewhere. */
export const handingOn = new Set(
  'view show display open play upload save load copy import download share store persist'.split(' '),
);

/** A verb in its plain form, and what it does. */
export interface KnownVerb {
  readonly verb: string;
  readonly deed: Deed;
}

/** The verb that a word is a form of ("Lists", "Retrieving", "generated"), when it is one we know. */
export function verbIn(word: string): KnownVerb | undefined {
  for (const verb of [word, ...stems(word)]) {
    const deed = verbs.get(verb);
    if (deed !== undefined) return { verb, deed };
  }
  return undefined;
}

function stems(word: string): string[] {
  if (word.length < 4) return [];
  const found: string[] = [];
  if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) found.push(word.slice(0, -2));
  if (word.endsWith('s')) found.push(word.slice(0, -1));
  for (const ending of ['ing', 'ed', 'er', 'or']) {
    if (!word.endsWith(ending)) continue;
    const cut = word.slice(0, -ending.length);
    found.push(cut, `${cut}e`);
    if (/(.)\1$/.test(cut)) found.push(cut.slice(0, -1));
  }
  return found;
}
