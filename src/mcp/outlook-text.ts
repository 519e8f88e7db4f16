import type { DatedCredits } from '../gate/flow/lapses.js';
import type { Outlook, PurseOutlook } from '../gate/flow/outlook.js';
import type { Texts } from '../gate/texts-port.js';
import { toCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';

const page = 'answers/outlook';
const mostItems = 5;

/** What is ahead, as lines: only where something is short, lapses or is known of a balance. */
export function outlookLines(texts: Texts, outlook: Outlook): string[] {
  return [
    ...outlook.purses.flatMap((purse) => purseLines(texts, purse)),
    ...lowLines(texts, outlook),
    ...outlook.lapsing.map((credits) => texts.say(page, 'lapsing', { ...credits })),
  ];
}

/** Where less is left than the rest of the plan needs: what is worth most, and what could be done. */
export function lowLines(texts: Texts, { low, ways, open }: Outlook): string[] {
  const [tightest] = low;
  if (tightest === undefined) return [];
  const { account, left, need } = tightest;
  const first = open.slice(0, mostItems).map(({ item }) => item.id);
  return [
    texts.say(page, 'low', { ...account, left, need, first }),
    ...ways.map((way) => texts.say(page, 'way', { ...way })),
    texts.say(page, 'top-up', { missing: need - left }),
  ];
}

function purseLines(texts: Texts, purse: PurseOutlook): string[] {
  const { need, left, renews, later } = purse;
  const balance = texts.say(page, 'balance', { ...purse });
  if (need <= left) return [balance];
  return [balance, texts.say(page, 'not-yet', { ...purse, on: later.length === 0 ? undefined : renews[0]?.on })];
}

/** At which pace credits are spent, and how long what is left lasts; empty when nothing was spent. */
export function paceLines(texts: Texts, { pace, lasts }: Outlook): string[] {
  return pace === undefined ? [] : [texts.say(page, 'pace', { pace, lasts })];
}

/** The same as data; amounts in credits. */
export function outlookData(outlook: Outlook): JsonObject {
  const { open, need, low, ways, purses, lapsing, pace, lasts } = outlook;
  const dated = ({ name, amount, on }: DatedCredits): JsonObject => ({ name, credits: toCredits(amount), on });
  return {
    need: toCredits(need),
    open: open.map(({ item, versions, need: amount }) => ({
      ...{ item: item.id, versions },
      credits: amount === undefined ? null : toCredits(amount),
    })),
    low: low.map(({ account, ...sums }) => ({
      ...{ account: account.id, left: toCredits(sums.left), needed: toCredits(sums.need) },
    })),
    ways: ways.map(({ saving, ...way }) => ({ ...way, saves: toCredits(saving) })),
    balances: purses.map(({ server, left, need: needed, lapses, renews, now, later, short }) => ({
      ...{ server: server ?? null, left: toCredits(left), needed: toCredits(needed), now, later },
      ...{ lapses: lapses.map(dated), renews: renews.map(dated), missing: toCredits(short) },
    })),
    lapsing: lapsing.map(({ uses, spares, ...credits }) => ({ ...dated(credits), uses, spares })),
    weekly: pace === undefined ? null : toCredits(pace),
    lasts: lasts ?? null,
  };
}
