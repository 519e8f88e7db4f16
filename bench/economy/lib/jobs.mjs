import { choose, chooseWeighted, draw } from './draw.mjs';
import { layersOf, subjects, wishes } from './words.mjs';

/** How many jobs there are of each kind, of a hundred. */
const mix = [
  ['images', 40],
  ['film', 20],
  ['sound', 15],
  ['campaign', 25],
];

/** What people of each kind make pictures, films and sounds for. */
const purposesOf = {
  creator: ['social', 'social', 'quick-post', 'web'],
  shop: ['web', 'web', 'final-delivery', 'draft'],
  agency: ['client-draft', 'client-draft', 'final-delivery', 'high-visibility', 'print'],
  hobbyist: ['concept', 'temporary', 'concept', 'portfolio'],
};

/** How much is at stake: low, middle or high. Source: D3. */
export const stakeOf = {
  ...{ concept: 'low', temporary: 'low', 'quick-post': 'low', background: 'low' },
  ...{ draft: 'middle', 'client-draft': 'middle', social: 'middle', web: 'middle' },
  ...{ 'final-delivery': 'high', portfolio: 'high', 'high-visibility': 'high', print: 'high' },
};

/** The tier that a person wants of what is delivered. Source: D3, D9. */
const wantedTier = {
  image: { low: 'budget', middle: 'standard', high: 'premium' },
  video: { low: 'budget', middle: 'standard', high: 'premium' },
  voice: { low: 'budget', middle: 'standard', high: 'standard' },
  music: { low: 'standard', middle: 'standard', high: 'standard' },
};

function kindsOf(kind, key) {
  const more = Math.floor(draw('more', key) * 3);
  if (kind === 'images') return Array.from({ length: 2 + more }, () => 'image');
  if (kind === 'film') return ['image', ...Array.from({ length: 1 + (more > 1 ? 1 : 0) }, () => 'video')];
  if (kind === 'sound') return [...Array.from({ length: 1 + (more > 1 ? 1 : 0) }, () => 'voice'), 'music'];
  return ['image', 'image', 'video', 'voice', 'music'];
}

/**
 * When the person's wish for one layer comes out: said with the first request, said when asked before anything is made, or
 * noticed only when an output gets it wrong.
 */
function wishOf(layer, key, { said, asked }) {
  const at = draw('when', key, layer);
  const when = at < said ? 'said' : at < said + asked ? 'asked' : 'tacit';
  return { layer, phrase: choose(wishes[layer], key, layer), when };
}

/**
 * One job: what a person wants, shot by shot. Depends on number and seed alone.
 * @param parameters `wishSaid` and `wishAsked`: shares of the wishes that the person says at once, and when asked
 */
export function jobOf(number, seed, { wishSaid, wishAsked }) {
  const key = `${seed}/${number}`;
  const kind = chooseWeighted(mix, 'mix', key);
  const user = choose(Object.keys(purposesOf), 'user', key);
  const shots = kindsOf(kind, key).map((shotKind, index) => {
    const id = `${key}/${index}`;
    const isSound = shotKind === 'music' || shotKind === 'voice';
    const purpose =
      kind === 'campaign' && shotKind === 'music' ? 'background' : choose(purposesOf[user], 'purpose', id);
    const shownPurpose = purpose === 'print' && (isSound || shotKind === 'video') ? 'final-delivery' : purpose;
    const stake = stakeOf[shownPurpose];
    return {
      ...{ id, name: `${shotKind}-${index + 1}`, kind: shotKind, purpose: shownPurpose, stake },
      wanted: wantedTier[shotKind][stake],
      subject: choose(subjects[shotKind] ?? subjects.image, 'subject', id),
      wishes: layersOf[shotKind].map((layer) => wishOf(layer, id, { said: wishSaid, asked: wishAsked })),
    };
  });
  return { number, key, kind, user, shots };
}
