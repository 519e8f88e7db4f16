import { draw } from './draw.mjs';

/** The tool of each kind of shot, and the model that stands for each tier. Prices are in the studio's catalog. */
export const toolOf = {
  image: 'text_to_image',
  video: 'image_to_video',
  voice: 'text_to_speech',
  music: 'generate_music',
};

const models = {
  image: { budget: 'qwen-image', standard: 'sdxl', premium: 'flux-2-pro' },
  video: { budget: 'wan-2.5-fast', standard: 'seedance-lite', premium: 'veo-3.1' },
  voice: { budget: 'speech-turbo', standard: 'speech-hd', premium: 'speech-hd' },
  music: { budget: 'music-1.5', standard: 'music-1.5', premium: 'music-1.5' },
};

/** The model of a kind that stands for a tier. */
export const modelOf = (kind, tier) => models[kind][tier];

const step = (shot, phase, kind, tier, changes = {}) => ({
  ...{ phase, kind, tool: toolOf[kind], model: modelOf(kind, tier), count: 1, rounds: 1, isFinal: false },
  ...changes,
});

/** A shot's steps as the phases have them: drafts on the cheapest model, the delivered version on the wanted tier. */
export function stepsInPhases(shot) {
  const { kind, wanted } = shot;
  if (kind === 'music') return [step(shot, 'explore', kind, 'standard', { rounds: 2, isFinal: true })];
  const still = kind === 'video' ? [step(shot, 'explore', 'image', 'budget', { rounds: 3, isStill: true })] : [];
  if (wanted === 'budget') {
    return [...still, step(shot, kind === 'video' ? 'select' : 'explore', kind, wanted, { rounds: 3, isFinal: true })];
  }
  const draft = step(shot, kind === 'video' ? 'select' : 'explore', kind, 'budget', { rounds: 3 });
  return [...still, draft, step(shot, 'hero', kind, wanted, { isFinal: true })];
}

function favourite(shot, agent, { naiveModels }) {
  const { kind, wanted, stake } = shot;
  if (agent.name !== 'naive') return modelOf(kind, wanted);
  if (kind === 'image') return naiveModels === 'standard' ? 'flux-2-dev' : 'flux-2-pro';
  if (kind !== 'video') return modelOf(kind, 'premium');
  const isPremium = naiveModels === 'premium' || (naiveModels === 'mixed' && stake === 'high');
  return isPremium ? 'veo-3.1' : 'seedance-fast';
}

/** A shot as an agent without phases makes it: the delivered version at once, perhaps after a still for a film. */
export function stepsAtOnce(shot, agent, { seed, parameters }) {
  const { kind } = shot;
  const hasStill = kind === 'video' && draw('still', seed, shot.id) < agent.stills;
  const still = hasStill ? [step(shot, 'explore', 'image', 'standard', { isStill: true, rounds: 2 })] : [];
  const count = kind === 'image' ? agent.versions : 1;
  const model = favourite(shot, agent, parameters);
  return [...still, { ...step(shot, 'hero', kind, shot.wanted), model, count, rounds: 2, isFinal: true }];
}

/** Credits that careful work on a shot costs, by the list prices: three drafts, a third of the finals made twice. */
export function carefulCost(shot, priceOf) {
  const steps = stepsInPhases(shot);
  const cost = ({ tool, model, isFinal }) => priceOf(tool, model) * (isFinal ? 1.33 : 3);
  return steps.reduce((sum, each) => sum + cost(each), 0) + (shot.purpose === 'print' ? 1000 : 0);
}
