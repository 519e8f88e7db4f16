/** The phases of a shot, in order: explore → select → hero → finish. */
export const phases = ['explore', 'select', 'hero', 'finish'] as const;

/** One of {@link phases}. */
export type Phase = (typeof phases)[number];

/** What an asset is for; sets how much quality is worth paying for. */
export const purposes = [
  'concept',
  'test',
  'internal-review',
  'draft',
  'quick-post',
  'temporary',
  'background',
  'client-draft',
  'social',
  'web',
  'final-delivery',
  'portfolio',
  'high-visibility',
  'print',
] as const;

/** One of {@link purposes}. */
export type Purpose = (typeof purposes)[number];

/** How far along a phase stands: 0 for explore. */
export function phaseRank(phase: Phase): number {
  return phases.indexOf(phase);
}
