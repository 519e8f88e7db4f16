import type { PromptFeatures } from '../model/prompt-features.js';
import type { Change, ChangeType } from './change.js';
import { settingTypes } from './words/settings.js';

/** Changes outside the words: parameters, negatives, weights, and decoration. */
export interface SettingChanges {
  readonly material: readonly Change[];
  /** Weights that changed by less than makes another picture. */
  readonly cosmetic: readonly string[];
  /** Praise that came or went. */
  readonly decoration: readonly string[];
}

const ROUNDING = 1e-9;

const beyond = (values: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return [...new Set(values)].filter((value) => !known.has(value));
};

const settingsOf = (features: PromptFeatures): readonly string[] => [
  ...features.params.filter((param) => !param.startsWith('--no ')),
  ...features.negatives.map((term) => `--no ${term}`),
];

const nameOf = (setting: string): string => /^--(\S+)/u.exec(setting)?.[1] ?? setting;

function typeOf(setting: string): ChangeType {
  const name = nameOf(setting);
  return name === 'no' ? 'negative-prompt' : (settingTypes.get(name) ?? 'parameter');
}

/** Settings that came and went; one that only has another value was exchanged. */
function settingsChanged(a: PromptFeatures, b: PromptFeatures): readonly Change[] {
  const removed = beyond(settingsOf(a), settingsOf(b));
  const open = [...beyond(settingsOf(b), settingsOf(a))];
  const changes = removed.map((before): Change => {
    const at = nameOf(before) === 'no' ? -1 : open.findIndex((after) => nameOf(after) === nameOf(before));
    const [after] = at < 0 ? [] : open.splice(at, 1);
    return after === undefined ? { type: typeOf(before), before } : { type: typeOf(before), before, after };
  });
  return [...changes, ...open.map((after) => ({ type: typeOf(after), after }))];
}

function weightChanges(a: PromptFeatures, b: PromptFeatures, step: number) {
  const before = new Map(a.weights.map(({ text, weight }) => [text, weight]));
  const after = new Map(b.weights.map(({ text, weight }) => [text, weight]));
  const material: Change[] = [];
  const small: string[] = [];
  for (const text of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(text) ?? 1, after.get(text) ?? 1];
    if (old === now) continue;
    const isBig = Math.abs(old - now) >= step - ROUNDING || old < 0 !== now < 0;
    const part = text.slice(0, 40);
    if (isBig) {
      material.push({ type: 'weight', before: `${part} ×${old.toFixed(2)}`, after: `${part} ×${now.toFixed(2)}` });
    } else {
      small.push(`weight of ${part} ${old.toFixed(2)} → ${now.toFixed(2)}`);
    }
  }
  return { material, small };
}

/** Compares everything but the words of two prompts; a weight that changes by `weightStep` or more is material. */
export function settingChanges(a: PromptFeatures, b: PromptFeatures, weightStep: number): SettingChanges {
  const weights = weightChanges(a, b, weightStep);
  return {
    material: [...settingsChanged(a, b), ...weights.material],
    cosmetic: weights.small,
    decoration: [...beyond(a.decoration, b.decoration), ...beyond(b.decoration, a.decoration)],
  };
}
