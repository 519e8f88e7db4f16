import { z } from 'zod';
import { phases, purposes, type Phase, type Purpose } from './phase.js';
import { tiers, type Tier } from './tier.js';

/** How much a purpose is worth. */
export interface Worth {
  /** The best tier, however far the shot has come. */
  readonly highest: Tier;
  /** The least tier that its final version should be made on. */
  readonly lowest: Tier;
  /** The largest picture (width × height) that is looked at; undefined where more is always better. */
  readonly pixels?: number | undefined;
}

/** What is worth paying for: tiers by phase and purpose, and how small drafts are made. */
export interface Quality {
  /** The best tier that each phase is worth. */
  readonly phases: Readonly<Record<Phase, Tier>>;
  readonly purposes: Readonly<Record<Purpose, Worth>>;
  readonly draft: {
    /** Seconds in which one sees whether a movement works. */
    readonly seconds: number;
    /** Width × height in which composition and style show. */
    readonly pixels: number;
  };
}

const square = (side: number): number => side * side;

const worth = (highest: Tier, lowest: Tier, side?: number): Worth => ({
  highest,
  lowest,
  pixels: side === undefined ? undefined : square(side),
});

/** What is worth paying for where the person's config says nothing else. Source: D1–D3, D5–D7, D9, E7. */
export const usualQuality: Quality = {
  phases: { explore: 'budget', select: 'standard', hero: 'premium', finish: 'premium' },
  purposes: {
    concept: worth('standard', 'budget', 1024),
    test: worth('budget', 'budget', 768),
    'internal-review': worth('budget', 'budget', 768),
    draft: worth('standard', 'budget', 1024),
    'quick-post': worth('standard', 'budget', 768),
    temporary: worth('budget', 'budget', 768),
    background: worth('budget', 'budget', 1024),
    'client-draft': worth('standard', 'budget', 1024),
    social: worth('standard', 'budget', 768),
    web: worth('premium', 'budget', 1024),
    'final-delivery': worth('premium', 'standard'),
    portfolio: worth('premium', 'standard'),
    'high-visibility': worth('premium', 'standard'),
    print: worth('premium', 'standard'),
  },
  draft: { seconds: 5, pixels: square(1024) },
};

const tier = z.enum(tiers);
const pixels = z.number().int().positive().max(1e9);

const worthSchema = z.strictObject({
  highest: tier.optional().describe('best tier it is worth'),
  lowest: tier.optional().describe('least tier that its final version is made on'),
  pixels: pixels.nullable().optional().describe('largest width × height that it is worth; null: any'),
});

/** What a config may say of it; whatever it leaves out stays as usual. */
export const qualitySchema = z
  .strictObject({
    phases: z.partialRecord(z.enum(phases), tier).default({}).describe('best tier that each phase is worth'),
    purposes: z.partialRecord(z.enum(purposes), worthSchema).default({}).describe('what each purpose is worth'),
    draft: z
      .strictObject({
        seconds: z.number().positive().max(3600).default(usualQuality.draft.seconds),
        pixels: pixels.default(usualQuality.draft.pixels).describe('width × height'),
      })
      .prefault({})
      .describe('how long and how large drafts are made'),
  })
  .superRefine(({ purposes: said }, context) => {
    for (const [purpose, { highest, lowest }] of Object.entries(withUsual(said))) {
      if (tiers.indexOf(lowest) <= tiers.indexOf(highest)) continue;
      context.addIssue({
        code: 'custom',
        path: ['purposes', purpose],
        message: `lowest (${lowest}) is above highest (${highest})`,
      });
    }
  });

/** What a config says, over what is usual. */
export function qualityOf(said: z.output<typeof qualitySchema>): Quality {
  return {
    phases: { ...usualQuality.phases, ...said.phases },
    purposes: withUsual(said.purposes),
    draft: said.draft,
  };
}

function withUsual(said: Readonly<Partial<Record<Purpose, z.output<typeof worthSchema>>>>): Quality['purposes'] {
  const entries = purposes.map((purpose): [Purpose, Worth] => {
    const usual = usualQuality.purposes[purpose];
    const { highest = usual.highest, lowest = usual.lowest, pixels: largest = usual.pixels } = said[purpose] ?? {};
    return [purpose, { highest, lowest, pixels: largest ?? undefined }];
  });
  return Object.fromEntries(entries) as Record<Purpose, Worth>;
}
