import { z } from 'zod';
import type { ReportTerms } from './gate/flow/report.js';
import type { Mode } from './model/policy.js';
import { toMicro } from './model/credits.js';

const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency such as EUR');
const amount = z.number().nonnegative().max(1e9);
const credits = z.int().min(1).max(1e9);

/** `money` of the config: what a credit and the project are worth. */
export const moneySchema = z.strictObject({
  currency,
  creditPrice: z.number().positive().max(1e6).describe('price of one credit'),
  fee: amount.optional().describe('what the project earns'),
});

/** `plans` of the config: a provider's subscriptions and packs, with where and when that was read. */
export const offersSchema = z.strictObject({
  currency,
  source: z.string().min(1).max(200).describe('where the prices were read'),
  asOf: z.iso.date(),
  monthly: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(60),
        credits: z.int().min(0).max(1e9).describe('a month'),
        price: amount.describe('of a month'),
        yearly: amount.optional().describe('of a year paid at once'),
      }),
    )
    .max(20)
    .default([]),
  packs: z
    .array(z.strictObject({ credits, price: amount, days: z.int().min(1).optional().describe('until it lapses') }))
    .max(20)
    .default([]),
});

/** The part of a config that reports are made with. */
interface ReportConfig {
  readonly money?: z.output<typeof moneySchema> | undefined;
  readonly plans?: z.output<typeof offersSchema> | undefined;
  readonly zone: string;
  readonly mode: Mode;
}

/** What a config says about reports. */
export function reportTerms({ money, plans, zone, mode }: ReportConfig): ReportTerms {
  return {
    ...{ zone, mode },
    money: money && {
      currency: money.currency,
      creditPrice: micro(money.creditPrice),
      fee: money.fee === undefined ? undefined : micro(money.fee),
    },
    offers: plans && {
      ...plans,
      monthly: plans.monthly.map(({ name, ...plan }) => ({
        name,
        credits: micro(plan.credits),
        price: micro(plan.price),
        yearly: plan.yearly === undefined ? undefined : micro(plan.yearly),
      })),
      packs: plans.packs.map((pack) => ({ ...pack, credits: micro(pack.credits), price: micro(pack.price) })),
    },
  };
}

function micro(units: number): number {
  return toMicro(units) ?? 0;
}
