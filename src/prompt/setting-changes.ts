import type { PromptFeatures } from '../model/prompt-features.js';

/** Changes outside the words: parameters, negatives, weights, and decoration. */
export interface SettingChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly cosmetic: readonly string[];
}

/** From this much on, another weight is another picture. */
const WEIGHT_STEP = 0.3;
const ROUNDING = 1e-9;

const beyond = (values: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return [...new Set(values)].filter((value) => !known.has(value));
};

const settingsOf = (features: PromptFeatures): readonly string[] => [
  ...features.params.filter((param) => !param.startsWith('--no ')),
  ...features.negatives.map((term) => `--no ${term}`),
];

function weightChanges(a: PromptFeatures, b: PromptFeatures) {
  const before = new Map(a.weights.map(({ text, weight }) => [text, weight]));
  const after = new Map(b.weights.map(({ text, weight }) => [text, weight]));
  const [more, less, small]: [string[], string[], string[]] = [[], [], []];
  for (const text of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(text) ?? 1, after.get(text) ?? 1];
    const isBig = Math.abs(old - now) >= WEIGHT_STEP - ROUNDING || old < 0 !== now < 0;
    const said = `weight of ${text.slice(0, 40)} ${old.toFixed(2)} → ${now.toFixed(2)}`;
    if (old !== now) (!isBig ? small : now > old ? more : less).push(said);
  }
  return { more, less, small };
}

/** Compares everything but the words of two prompts. */
export function settingChanges(a: PromptFeatures, b: PromptFeatures): SettingChanges {
  const weights = weightChanges(a, b);
  return {
    added: [...beyond(settingsOf(b), settingsOf(a)), ...weights.more],
    removed: [...beyond(settingsOf(a), settingsOf(b)), ...weights.less],
    cosmetic: [...beyond(a.decoration, b.decoration), ...beyond(b.decoration, a.decoration), ...weights.small],
  };
}
