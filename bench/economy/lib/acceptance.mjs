import { draw } from './draw.mjs';
import { stillLayers } from './words.mjs';

const tiers = ['budget', 'standard', 'premium'];

/** Whether a tier is as good as another. */
export const reaches = (tier, wanted) => tiers.indexOf(tier) >= tiers.indexOf(wanted);

/** Whether one wish came out right in one output. `version` 0: the prompt does not hold it. */
function isRight(shot, layer, { seed, parameters, version, model, tier, output }) {
  const key = [seed, shot.id, layer];
  const chance = version > 0 ? 1 - parameters.misread[tier] : parameters.luck;
  const isRepeated = draw('stick', ...key, version, output) < parameters.stick;
  const family = draw('carry', ...key) < parameters.carry ? 'every' : model;
  return draw('right', ...key, version, ...(isRepeated ? [family] : ['fresh', output])) < chance;
}

/**
 * What one output shows: which wishes it gets wrong, and whether chance spoilt it.
 * @param made `prompt`: layer → how often it was put into words; `model`, `tier`; `output`: its number on the shot;
 *   `keyframe`: the still it starts from
 */
export function outputOf(shot, made, { seed, parameters }) {
  const { prompt, model, tier, output, keyframe } = made;
  const isSettled = (layer) =>
    keyframe !== undefined &&
    stillLayers.has(layer) &&
    !keyframe.wrong.includes(layer) &&
    draw('keyframe', seed, shot.id, layer, output) < parameters.keyframe;
  const wrong = shot.wishes
    .filter(({ layer }) => !isSettled(layer))
    .filter(
      ({ layer }) => !isRight(shot, layer, { seed, parameters, version: prompt.get(layer) ?? 0, model, tier, output }),
    );
  const isSpoilt = draw('fault', seed, shot.id, output, model) < parameters.fault[tier];
  return { wrong: wrong.map(({ layer }) => layer), isSpoilt, tier, model, output };
}

/** An output after an edit that was to put one thing right. */
export function editedOf(shot, from, layer, output, { seed, parameters }) {
  const works = draw('edit', seed, shot.id, layer ?? 'fault', output) < parameters.editFixes;
  if (!works) return { ...from, output };
  if (layer === undefined) return { ...from, isSpoilt: false, output };
  return { ...from, wrong: from.wrong.filter((other) => other !== layer), output };
}
