import type { MicroCredits } from '../../model/credits.js';
import type { Kind } from '../../model/kind.js';
import type { Take } from '../../model/take.js';
import { tierRank, tiers, type Tier } from '../../model/tier.js';
import type { Remark, RemarkedFinding } from '../store-port.js';

/** Something that was asked for and not made as it was asked, and what was bought instead. Amounts are micro-credits. */
export interface Wish {
  readonly reason: Pick<RemarkedFinding, 'rule' | 'code'>;
  /** The highest price at which it was asked for. */
  readonly asked: MicroCredits;
  /** The part of it that was spent after all: on something else instead, or on the same later. */
  readonly bought: MicroCredits;
  /** The question to a person that it ended in. */
  readonly approval?: string | undefined;
  /** Nothing was bought on its shot since. */
  readonly waits: boolean;
}

interface OpenWish extends Wish {
  reason: Wish['reason'];
  asked: MicroCredits;
  bought: MicroCredits;
  approval: string | undefined;
  waits: boolean;
  /** The last word on it was a nudge: what is asked next is its revision. */
  nudged: boolean;
  words: ReadonlySet<string>;
  readonly shelf: OpenWish[];
}

/**
 * What was wished for, read in the order of the record: each wish counts once, and each purchase counts once against wishes
 * before it. Takes as many steps as there are lines. What counts against what, and why: docs/decisions/0012-savings.md.
 */
export class Wishes {
  private readonly wishes: OpenWish[] = [];
  private readonly byPrompt = new Map<string, OpenWish>();
  /** Wishes that are not bought in full, by shot, kind and tier; newest last. */
  private readonly shelves = new Map<string, OpenWish[]>();
  /** Wishes without a purchase since, by shot; newest last. */
  private readonly waiting = new Map<string, OpenWish[]>();
  /** The newest wish of a shot and kind. */
  private readonly newest = new Map<string, OpenWish>();

  /** Everything wished for so far. */
  all(): readonly Wish[] {
    return this.wishes;
  }

  /** Notes a call that was refused or cut down. The same wish in other words only counts where it is dearer. */
  ask(remark: Remark, reason: Wish['reason']): void {
    const asked = remark.asked ?? 0;
    if (asked === 0) return;
    const words = wordsOf(remark.prompt);
    const prompt = promptOf(remark);
    const wish = this.byPrompt.get(prompt) ?? this.revised(remark, words) ?? this.open(remark, reason);
    this.byPrompt.set(prompt, wish);
    if (asked >= wish.asked) wish.reason = reason;
    if (asked > wish.asked && wish.bought === wish.asked) wish.shelf.push(wish);
    wish.asked = Math.max(wish.asked, asked);
    wish.words = words;
    wish.nudged = remark.outcome === 'nudge';
    wish.approval = remark.approval ?? wish.approval;
  }

  /** Sets a purchase against wishes: for the same prompt, then what waited on the shot, then what it is as good as. */
  buy(take: Take): void {
    let money = take.paid + take.held;
    if (money === 0) return;
    const same = this.byPrompt.get(promptOf(take));
    if (same !== undefined) money = spend(same, money);
    for (const wish of (this.waiting.get(take.shot) ?? []).reverse()) {
      wish.waits = false;
      money = spend(wish, money);
    }
    this.waiting.delete(take.shot);
    for (const tier of tiers) money = this.spendOnShelf(take, tier, money);
  }

  private spendOnShelf(take: Take, tier: Tier, amount: MicroCredits): MicroCredits {
    const shelf = this.shelves.get(key(take.shot, take.kind, tier)) ?? [];
    let money = amount;
    for (let wish = shelf.at(-1); wish !== undefined && money > 0; wish = shelf.at(-1)) {
      const isAsGood = tierRank(take.tier) >= tierRank(tier) || take.paid + take.held >= wish.asked;
      if (wish.bought < wish.asked && !isAsGood) break;
      money = spend(wish, money);
      if (wish.bought === wish.asked) shelf.pop();
    }
    return money;
  }

  /** The wish that a remark asks for again: the last one of its kind on the shot, when nothing was bought there since. */
  private revised(remark: Remark, words: ReadonlySet<string>): OpenWish | undefined {
    const last = this.newest.get(key(remark.shot, remark.kind));
    if (last?.waits !== true) return undefined;
    return last.nudged || isAlike(last.words, words) ? last : undefined;
  }

  private open(remark: Remark, reason: Wish['reason']): OpenWish {
    const shelf = listIn(this.shelves, key(remark.shot, remark.kind, remark.tier));
    const none = { asked: 0, bought: 0, approval: undefined, words: new Set<string>() };
    const wish: OpenWish = { ...none, reason, waits: true, nudged: false, shelf };
    this.wishes.push(wish);
    listIn(this.waiting, remark.shot).push(wish);
    this.newest.set(key(remark.shot, remark.kind), wish);
    return wish;
  }
}

/** Spends on a wish at most what is missing there, and says what is left. */
function spend(wish: OpenWish, money: MicroCredits): MicroCredits {
  const part = Math.min(money, wish.asked - wish.bought);
  wish.bought += part;
  return money - part;
}

function promptOf({ kind, promptKey }: { readonly kind: Kind; readonly promptKey: string }): string {
  return key(kind, promptKey);
}

function key(...parts: readonly string[]): string {
  return parts.join('\u0000');
}

function listIn(lists: Map<string, OpenWish[]>, name: string): OpenWish[] {
  const list = lists.get(name) ?? [];
  lists.set(name, list);
  return list;
}

function wordsOf(prompt: string): ReadonlySet<string> {
  return new Set(prompt.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}

/** Whether two prompts share half of the shorter one's words: rather one wish too few than a saving too many. */
function isAlike(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.min(words.size, others.size);
}
