import { z } from 'zod';
import type { MicroCredits } from './credits.js';
import type { Kind } from './kind.js';
import { phases, purposes, type Phase, type Purpose } from './phase.js';
import type { Strength } from './strength.js';
import type { Tier } from './tier.js';

/** A name that a person can read and an agent can repeat: letters, digits, dot, dash, underscore; up to 80 characters. */
export const shotName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, 'letters, digits, . _ - (1–80)');

/** One step of a plan as the agent proposes it. */
export const planStepSchema = z.object({
  shot: shotName.describe('the deliverable being worked towards'),
  phase: z.enum(phases),
  purpose: z.enum(purposes).default('concept'),
  tool: z.string().min(1).max(200).describe('tool to call, by the name you see'),
  model: z.string().max(200).optional(),
  prompt: z.string().max(20_000).default('').describe('the prepared prompt'),
  count: z.int().min(1).max(64).default(1).describe('versions made before feedback; 4–6 in select, otherwise 1'),
  rounds: z.int().min(1).max(50).default(1).describe('rounds of feedback expected, for the estimate'),
  due: z.iso.date().optional().describe('the day by which it is needed'),
  urgent: z.boolean().default(false).describe('true: no time for slower, cheaper lanes'),
  arguments: z.record(z.string(), z.unknown()).default({}).describe('other arguments that change the price'),
});

/** One step of a plan as the agent proposes it. */
export type PlanStep = z.output<typeof planStepSchema>;

/** Whether a plan item may be spent on, and who said so. */
export type Acceptance =
  | { readonly state: 'accepted'; readonly by: 'policy' | Strength }
  | { readonly state: 'needs-yes'; readonly reasons: readonly string[]; readonly approval?: string | undefined }
  /** By the person, or because nobody was there to ask. */
  | { readonly state: 'denied'; readonly reason: string; readonly unattended?: true | undefined };

/** Whether a person said yes to a plan item, not the policy and not the agent in their name. */
export function isPersonsWord({ acceptance }: Pick<PlanItem, 'acceptance'>): boolean {
  return acceptance.state === 'accepted' && acceptance.by !== 'policy' && acceptance.by !== 'relayed';
}

/** One priced step of a stored plan: a shot in a phase. */
export interface PlanItem {
  /** `shot/phase`, unique in the plan. */
  readonly id: string;
  readonly shot: string;
  readonly phase: Phase;
  readonly purpose: Purpose;
  readonly kind: Kind;
  readonly server: string;
  /** Exposed tool name. */
  readonly tool: string;
  readonly model?: string | undefined;
  readonly tier: Tier;
  readonly prompt: string;
  /** Versions before feedback, of all combinations together. */
  readonly count: number;
  /** Combinations that its prompt stands for, where the tool expands it to several. */
  readonly combinations?: number | undefined;
  readonly rounds: number;
  /** The day by which it is needed, e.g. `2026-12-01`. */
  readonly due?: string | undefined;
  /** Whether there is no time for cheaper lanes; not there in older plans. */
  readonly urgent?: boolean | undefined;
  readonly audio: boolean;
  /** Price of one output; undefined while unknown. */
  readonly unit?: MicroCredits | undefined;
  /** unit × count × rounds; undefined while unknown. */
  readonly estimate?: MicroCredits | undefined;
  /** Date on which the price was read, and a digest of the list that it is of. */
  readonly asOf?: string | undefined;
  readonly priceKey?: string | undefined;
  /** Price of one output in the plan before, where the list says more now. */
  readonly was?: MicroCredits | undefined;
  readonly acceptance: Acceptance;
}

/** A planned step that is not done yet. */
export interface OpenItem {
  readonly item: PlanItem;
  /** Versions still to be made. */
  readonly versions: number;
  /** What they cost; undefined while the price is unknown. */
  readonly need?: MicroCredits | undefined;
}

/** A stored plan: the items, what they add up to, and how far they are accepted. */
export interface Plan {
  readonly id: string;
  readonly project: string;
  readonly version: number;
  readonly brief?: string | undefined;
  readonly style?: string | undefined;
  readonly items: readonly PlanItem[];
  /** Sum of the known estimates. */
  readonly total: MicroCredits;
  readonly at: number;
}
