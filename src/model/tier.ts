/** Price classes of models, cheapest first. Source: the tier table of the spending principles (D1–D3). */
export const tiers = ['budget', 'standard', 'premium'] as const;

/** One of {@link tiers}. */
export type Tier = (typeof tiers)[number];

/** How far up the scale a tier stands: 0 for the cheapest. */
export function tierRank(tier: Tier): number {
  return tiers.indexOf(tier);
}
