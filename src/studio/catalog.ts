/** What a model makes. */
export type MediaKind = 'image' | 'video' | 'speech' | 'music';

/** One line of the studio's price list. */
export interface CatalogEntry {
  tool: string;
  model: string;
  kind: MediaKind;
  tier: 'budget' | 'standard' | 'premium';
  /** Whole credits for one unit. */
  credits: number;
  unit: 'image' | 'clip up to 5 s' | 'started 1,000 characters' | 'track';
  /** Where the figure comes from. */
  source: string;
}

const LISTED = 'published price list of the demo studio';
const OWN = 'set by the demo studio for this tool';

/** Every paid model with its price. The one place where a price is written. */
export const CATALOG: readonly CatalogEntry[] = [
  {
    tool: 'text_to_image',
    model: 'qwen-image',
    kind: 'image',
    tier: 'budget',
    credits: 20,
    unit: 'image',
    source: LISTED,
  },
  { tool: 'text_to_image', model: 'sdxl', kind: 'image', tier: 'standard', credits: 40, unit: 'image', source: LISTED },
  {
    tool: 'text_to_image',
    model: 'flux-2-dev',
    kind: 'image',
    tier: 'standard',
    credits: 50,
    unit: 'image',
    source: LISTED,
  },
  {
    tool: 'text_to_image',
    model: 'flux-2-pro',
    kind: 'image',
    tier: 'premium',
    credits: 120,
    unit: 'image',
    source: LISTED,
  },
  {
    tool: 'text_to_image',
    model: 'nano-banana-pro',
    kind: 'image',
    tier: 'premium',
    credits: 600,
    unit: 'image',
    source: LISTED,
  },
  { tool: 'edit_image', model: 'scene-edit', kind: 'image', tier: 'standard', credits: 30, unit: 'image', source: OWN },
  {
    tool: 'reframe_image',
    model: 'scene-reframe',
    kind: 'image',
    tier: 'standard',
    credits: 15,
    unit: 'image',
    source: OWN,
  },
  {
    tool: 'remove_background',
    model: 'scene-cutout',
    kind: 'image',
    tier: 'standard',
    credits: 20,
    unit: 'image',
    source: OWN,
  },
  {
    tool: 'upscale_image',
    model: 'crystal-upscaler',
    kind: 'image',
    tier: 'premium',
    credits: 1000,
    unit: 'image',
    source: LISTED,
  },
  {
    tool: 'image_to_video',
    model: 'wan-2.5-fast',
    kind: 'video',
    tier: 'budget',
    credits: 60,
    unit: 'clip up to 5 s',
    source: LISTED,
  },
  {
    tool: 'image_to_video',
    model: 'seedance-lite',
    kind: 'video',
    tier: 'standard',
    credits: 300,
    unit: 'clip up to 5 s',
    source: LISTED,
  },
  {
    tool: 'image_to_video',
    model: 'seedance-fast',
    kind: 'video',
    tier: 'standard',
    credits: 500,
    unit: 'clip up to 5 s',
    source: LISTED,
  },
  {
    tool: 'image_to_video',
    model: 'veo-3.1',
    kind: 'video',
    tier: 'premium',
    credits: 4000,
    unit: 'clip up to 5 s',
    source: LISTED,
  },
  {
    tool: 'text_to_speech',
    model: 'speech-turbo',
    kind: 'speech',
    tier: 'budget',
    credits: 8,
    unit: 'started 1,000 characters',
    source: LISTED,
  },
  {
    tool: 'text_to_speech',
    model: 'speech-hd',
    kind: 'speech',
    tier: 'standard',
    credits: 40,
    unit: 'started 1,000 characters',
    source: LISTED,
  },
  {
    tool: 'generate_music',
    model: 'music-1.5',
    kind: 'music',
    tier: 'standard',
    credits: 48,
    unit: 'track',
    source: LISTED,
  },
];

/** The models of one tool, cheapest first. */
export function modelsOf(tool: string): CatalogEntry[] {
  return CATALOG.filter((entry) => entry.tool === tool).sort((one, other) => one.credits - other.credits);
}

/** The entry of a tool's model; throws when the tool has no such model. */
export function entryOf(tool: string, model: string): CatalogEntry {
  const entry = CATALOG.find((candidate) => candidate.tool === tool && candidate.model === model);
  if (entry === undefined) throw new Error(`${tool} has no model "${model}"`);
  return entry;
}

/** The price of a tool as one clause for its description: "qwen-image 20 · sdxl 40 credits per image". */
export function priceLine(tool: string): string {
  const models = modelsOf(tool);
  const unit = models[0]?.unit ?? '';
  return `${models.map((entry) => `${entry.model} ${entry.credits}`).join(' · ')} credits per ${unit}`;
}
