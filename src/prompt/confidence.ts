import type { Change, ChangeType } from './change.js';
import { isSameAction, isTypo } from './same-word.js';
import { isSynonym } from './synonym.js';

/** How sure it is that a word written in this way is the same one. */
const SAME = { spelling: 0.98, form: 0.97, name: 0.95, weight: 0.97 } as const;
/** How sure it is that a change of this type makes another picture, film or sound; the others are in between. */
const ANOTHER: Readonly<Partial<Record<ChangeType, number>>> = {
  'quoted-text': 0.99,
  lyrics: 0.99,
  duration: 0.99,
  parameter: 0.99,
  'negative-prompt': 0.95,
  'reference-image': 0.99,
  relation: 0.85,
  order: 0.7,
  detail: 0.6,
};
const TYPED = 0.95;
const FAR = 0.99;
const EITHER = 0.5;

function rewriting([before, after]: readonly [string, string]): keyof typeof SAME {
  if (isSynonym(before, after)) return 'name';
  if (isSameAction(before, after)) return 'form';
  return isTypo(before, after) || before.replaceAll(' ', '') === after.replaceAll(' ', '') ? 'spelling' : 'name';
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** What a confidence is made of. */
export interface Evidence {
  readonly rerun: 'certain' | 'suspect' | 'no';
  readonly isSameKey: boolean;
  readonly isFar: boolean;
  readonly rewritten: readonly (readonly [string, string])[];
  /** How many weights changed a little. */
  readonly weights: number;
  readonly material: readonly Change[];
}

/**
 * How sure a verdict is, 0 to 1, in hundredths. `certain` begins at 1 (equal keys) and is multiplied for each word that
 * is written another way: by 0.98 for a slip of the pen, 0.97 for another form or a small weight, 0.95 for another name.
 * `no` is the chance that at least one of its changes is real: 0.99 for settings and quotes, 0.95 for words of known
 * type, 0.6 for others. `suspect` is 0.5: it may be either.
 */
export function confidenceOf({ rerun, isSameKey, isFar, rewritten, weights, material }: Evidence): number {
  if (rerun === 'certain') {
    if (isSameKey) return 1;
    return rounded(rewritten.reduce((sure, pair) => sure * SAME[rewriting(pair)], SAME.weight ** weights));
  }
  if (rerun === 'no') {
    const doubt = material.reduce((left, { type }) => left * (1 - (ANOTHER[type] ?? TYPED)), 1);
    return rounded(isFar ? Math.max(FAR, 1 - doubt) : 1 - doubt);
  }
  return EITHER;
}
