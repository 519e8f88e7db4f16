import { layersOf } from './words.mjs';

const praise = ['masterpiece', 'best quality, 8k', 'highly detailed', 'award-winning', 'ultra detailed, sharp'];

/** One wish in words; one that a model misread before is said more plainly. */
function said(shot, layer, version) {
  const { phrase } = shot.wishes.find((wish) => wish.layer === layer);
  if (version === 1) return phrase;
  const plainly = ['really', 'above all', 'without exception'][(version - 2) % 3];
  return shot.kind === 'voice'
    ? `${phrase.slice(0, -1)}, ${plainly}.`
    : `${phrase}, ${plainly} ${phrase} and no other ${layer}`;
}

/**
 * The prompt of a step as text.
 * @param prompt layer → how often it was put into words
 * @param extras `faults`: spoilt parts that were named; `decorations`: how often praise was added
 */
export function textOf(shot, prompt, { faults, decorations }) {
  const layers = layersOf[shot.kind].filter((layer) => prompt.has(layer));
  const parts = layers.map((layer) => said(shot, layer, prompt.get(layer)));
  if (shot.kind === 'voice') return [`${shot.subject}.`, ...parts].join(' ');
  const repairs = ['tidy edges', 'well-formed hands', 'no doubled shapes', 'straight horizon'].slice(0, faults);
  return [shot.subject, ...parts, ...repairs, ...praise.slice(0, decorations)].join(', ');
}
