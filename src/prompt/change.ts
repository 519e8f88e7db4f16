/** What a change between two prompts can be about; `detail` is any word that is in no list. */
export const changeTypes = [
  'quoted-text',
  'lyrics',
  'negation',
  'subject',
  'setting',
  'action',
  'number',
  'colour',
  'size',
  'substance',
  'mood',
  'light',
  'time-or-weather',
  'camera',
  'style',
  'sound',
  'voice',
  'duration',
  'relation',
  'order',
  'weight',
  'negative-prompt',
  'reference-image',
  'parameter',
  'detail',
] as const;

/** One of {@link changeTypes}. */
export type ChangeType = (typeof changeTypes)[number];

/** One thing that is not as it was: with both sides it was exchanged, with one side it came or went. */
export interface Change {
  readonly type: ChangeType;
  readonly before?: string;
  readonly after?: string;
}
