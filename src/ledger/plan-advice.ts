import type { MicroCredits } from '../model/credits.js';
import type { Take } from '../model/take.js';
import type { MicroMoney } from './money.js';
import { packsFor, type Pack } from './packs-for.js';

/** A provider's subscription. */
export interface Subscription {
  readonly name: string;
  /** Credits a month; what is left lapses with it. */
  readonly credits: MicroCredits;
  /** Price of a month. */
  readonly price: MicroMoney;
  /** Price of a whole year paid at once, where it is offered. */
  readonly yearly?: MicroMoney | undefined;
}

/** What a provider sells, as the person wrote it down. */
export interface Offers {
  readonly currency: string;
  readonly source: string;
  readonly asOf: string;
  readonly monthly: readonly Subscription[];
  readonly packs: readonly Pack[];
}

/** One way to pay for the measured use. */
export interface AdviceOption {
  /** Name of the subscription; undefined for packs alone. */
  readonly name?: string | undefined;
  readonly yearly: boolean;
  /** Packs bought beside it over the time measured. */
  readonly packs: number;
  readonly perMonth: MicroMoney;
  /** For each credit that was used. */
  readonly perCredit: MicroMoney;
}

/** Which plan or pack fits the measured use. */
export interface PlanAdvice {
  readonly currency: string;
  readonly source: string;
  readonly asOf: string;
  /** Months of 30 days that were measured, up to the present. */
  readonly months: number;
  readonly perMonth: MicroCredits;
  readonly weeks: number;
  /** Weeks in which something was bought. */
  readonly activeWeeks: number;
  /** Something was bought in three of four weeks or more. */
  readonly regular: boolean;
  /** The cheapest first. */
  readonly options: readonly AdviceOption[];
}

const dayMs = 86_400_000;
const monthMs = 30 * dayMs;
const weekMs = 7 * dayMs;
/** With less than four weeks of use nothing is advised: one busy weekend is no habit. */
const leastMs = 4 * weekMs;
const mostMonths = 12;

/**
 * Compares a provider's plans and packs over the use of the last months, at most twelve, as if each had been bought all along.
 * Undefined while less than four weeks were measured, nothing was used or nothing is on offer.
 */
export function planAdvice(takes: readonly Take[], offers: Offers, now: number): PlanAdvice | undefined {
  const since = takes.reduce((first, { at }) => Math.min(first, at), now);
  if (now - since < leastMs) return undefined;
  const months = Math.min(mostMonths, Math.max(1, Math.floor((now - since) / monthMs)));
  const uses = Array<MicroCredits>(months).fill(0);
  const active = new Set<number>();
  for (const { at, paid } of takes) {
    const month = months - 1 - Math.floor((now - at) / monthMs);
    if (paid === 0 || month < 0 || at > now) continue;
    uses[month] = (uses[month] ?? 0) + paid;
    active.add(Math.floor((now - at) / weekMs));
  }
  const used = uses.reduce((sum, credits) => sum + credits, 0);
  if (used === 0) return undefined;
  const options = optionsFor(uses, used, offers);
  if (options.length === 0) return undefined;
  const weeks = Math.ceil((months * monthMs) / weekMs);
  return {
    ...{ currency: offers.currency, source: offers.source, asOf: offers.asOf, months, weeks },
    perMonth: Math.round(used / months),
    activeWeeks: active.size,
    regular: active.size * 4 >= weeks * 3,
    options,
  };
}

function optionsFor(uses: readonly MicroCredits[], used: MicroCredits, { monthly, packs }: Offers): AdviceOption[] {
  const option = (fee: MicroMoney, plan?: Subscription, yearly = false): AdviceOption[] => {
    const bought = boughtBeside(plan?.credits ?? 0, uses, packs);
    if (bought === undefined) return [];
    const total = fee * uses.length + bought.reduce((sum, { price }) => sum + price, 0);
    const perCredit = Math.round(total / (used / 1_000_000));
    return [{ name: plan?.name, yearly, packs: bought.length, perMonth: Math.round(total / uses.length), perCredit }];
  };
  const plans = monthly.flatMap((plan) => [
    ...option(plan.price, plan),
    ...(plan.yearly === undefined ? [] : option(Math.round(plan.yearly / 12), plan, true)),
  ]);
  return [...plans, ...option(0)].sort((a, b) => a.perMonth - b.perMonth);
}

/** The packs that had to be bought month by month beside a subscription; undefined where none are sold and it is too small. */
function boughtBeside(
  credits: MicroCredits,
  uses: readonly MicroCredits[],
  packs: readonly Pack[],
): readonly Pack[] | undefined {
  const all: Pack[] = [];
  let stock: { left: MicroCredits; readonly until: number }[] = [];
  for (const [month, use] of uses.entries()) {
    let missing = Math.max(0, use - credits);
    stock = stock.filter(({ until, left }) => until > month && left > 0).sort((a, b) => a.until - b.until);
    for (const batch of stock) missing -= draw(batch, missing);
    const bought = packsFor(missing, packs);
    if (bought === undefined) return undefined;
    for (const pack of bought) {
      const lasts = pack.days === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(pack.days / 30));
      const batch = { left: pack.credits, until: month + lasts };
      missing -= draw(batch, missing);
      stock.push(batch);
      all.push(pack);
    }
  }
  return all;
}

function draw(batch: { left: MicroCredits }, wanted: MicroCredits): MicroCredits {
  const drawn = Math.min(batch.left, wanted);
  batch.left -= drawn;
  return drawn;
}
