/** What a paid tool makes or does; the kinds of generation work that Greenlight tells apart. */
export const kinds = [
  'image',
  'video',
  'voice',
  'music',
  'sound',
  '3d',
  'edit',
  'inpaint',
  'outpaint',
  'reframe',
  'upscale',
  'background-removal',
  'variation',
  'other',
] as const;

/** One of {@link kinds}. */
export type Kind = (typeof kinds)[number];

/** Kinds that start from an asset that exists already, so they carry a take on instead of starting one. */
export const derivedKinds: ReadonlySet<Kind> = new Set<Kind>([
  'edit',
  'inpaint',
  'outpaint',
  'reframe',
  'upscale',
  'background-removal',
]);
