import type { Report } from '../gate/flow/report.js';
import type { ShadowReport } from '../gate/flow/shadow.js';
import type { Texts } from '../gate/texts-port.js';
import { formatMoney } from '../ledger/money.js';
import { excerpt } from './report-data.js';
import { headingsIn, shownLines, type ReportView } from './report-view.js';

const file = 'report/report';
const mostExamples = 5;

/** A report as Markdown: what was spent on what, what each kept asset cost, what was avoided, what is open. */
export function reportText(texts: Texts, report: Report, view: ReportView): string {
  const { rows, say } = sayer(texts);
  const spending = headingsIn(view).flatMap((heading) =>
    rows(`by-${heading}`, 'line', shownLines(report.by[heading], heading, view)),
  );
  const parts = [say('head', headFacts(report)), ...moneyParts(texts, report), ...spending];
  return (view.by === undefined ? [...parts, ...restParts(texts, report, view)] : parts).join('\n\n');
}

/** What shadow mode would have done, as Markdown. */
export function shadowText(texts: Texts, shadow: ShadowReport | undefined): string {
  const { rows, say } = sayer(texts);
  if (shadow === undefined || shadow.calls === 0) return say('no-shadow');
  const would = (all: readonly { readonly level: string }[]): object[] =>
    all.map((one) => ({ ...one, would: say(`would-${one.level}`) }));
  return [
    say('shadow', shadow),
    ...rows('shadow-levels', 'shadow-level', would(shadow.byLevel)),
    ...rows('shadow-rules', 'shadow-rule', would(shadow.byRule)),
    ...rows('shadow-examples', 'shadow-example', would(shadow.examples)),
  ].join('\n\n');
}

function headFacts(report: Report): object {
  const { tries, kept } = report.firstTries;
  return { ...report, tries, firstTime: kept };
}

function restParts(texts: Texts, report: Report, view: ReportView): readonly string[] {
  const { rows, say } = sayer(texts);
  const { plan, waste, firstTries, savings, shadow, inDoubt } = report;
  const cut = <T>(list: readonly T[]): readonly T[] => list.slice(0, view.most);
  const accounts = report.accounts.filter(({ scope }) => view.sessions || scope !== 'session');
  const dearest = waste.takes.slice(0, mostExamples).map(({ reason, take }) => {
    return { ...take, why: say(`why-${reason}`), prompt: excerpt(take.prompt), take: take.id };
  });
  const whys = waste.lines.map((line) => ({ ...line, why: say(`why-${line.reason}`) }));
  const landed = firstTries.landed.slice(0, mostExamples);
  const outside = plan.items.length > 0 && plan.outside > 0 ? [{ item: say('outside'), paid: plan.outside }] : [];
  return [
    ...rows('value', 'value-line', cut(report.value)),
    ...rows('first-tries', 'first-tries-line', cut(firstTries.byModel)),
    ...rows(
      'landed',
      'landed-line',
      landed.map((take) => ({ ...take, take: take.id, prompt: excerpt(take.prompt) })),
    ),
    ...rows('plan', 'plan-line', [
      ...plan.items.map((line) => ({ ...line, isPriced: line.planned !== undefined })),
      ...outside,
    ]),
    ...rows('waste', 'waste-line', whys, { paid: waste.paid }),
    ...rows('dearest-waste', 'dearest-waste-line', dearest),
    ...(savings.length === 0
      ? [say('nothing-avoided')]
      : rows('avoided', 'avoided-line', savings, { saved: report.saved, share: percent(report.savedShare) })),
    ...(shadow === undefined ? [] : [shadowText(texts, shadow)]),
    ...adviceParts(texts, report),
    ...rows(
      'in-doubt',
      'in-doubt-line',
      // All of them: each holds money until somebody ends it.
      inDoubt.map((take) => ({ ...take, take: take.id })),
    ),
    ...rows('budgets', 'budget-line', accounts),
    ...(report.relayedShare > 0 ? [say('relayed', { relayed: percent(report.relayedShare) })] : []),
  ];
}

/** What it cost in money, and what a kept asset of each kind cost: the price of the next job. */
function moneyParts(texts: Texts, { money, by }: Report): readonly string[] {
  const { lines, say } = sayer(texts);
  const quotes = by.kind.filter(({ kept }) => kept > 0);
  const shown = (amount: number | undefined): string =>
    money === undefined || amount === undefined ? '' : formatMoney(amount, money.currency);
  const { fee } = money ?? {};
  const facts = { spent: shown(money?.spent), perKept: shown(money?.perKept) };
  const feeFacts = { fee: shown(fee?.amount), share: percent(fee?.share ?? 0), left: shown(fee?.left) };
  return [
    ...(money === undefined ? [] : [say('money', { ...facts, ...feeFacts })]),
    ...(quotes.length === 0 ? [] : [lines('quote', quotes).join('\n')]),
  ];
}

function adviceParts(texts: Texts, { advice }: Report): readonly string[] {
  if (advice === undefined) return [];
  const options = advice.options.map((option) => ({
    ...option,
    perMonth: formatMoney(option.perMonth, advice.currency),
    perCredit: formatMoney(option.perCredit, advice.currency),
  }));
  return sayer(texts).rows('advice', 'advice-line', options, { ...advice });
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}

interface Sayer {
  readonly say: (section: string, facts?: object) => string;
  readonly lines: (section: string, all: readonly object[]) => readonly string[];
  /** A head and its rows; nothing where there are no rows. */
  readonly rows: (head: string, row: string, all: readonly object[], facts?: object) => readonly string[];
}

function sayer(texts: Texts): Sayer {
  const say: Sayer['say'] = (section, facts = {}) => texts.say(file, section, { ...facts });
  const lines: Sayer['lines'] = (section, all) => all.map((one) => say(section, inCells(one)));
  const rows: Sayer['rows'] = (head, row, all, facts) =>
    all.length === 0 ? [] : [[say(head, facts), ...lines(row, all)].join('\n')];
  return { say, lines, rows };
}

/** Names that others chose must not leave their cell. */
function inCells(facts: object): object {
  const cells = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'string' ? value.replace(/\s+/g, ' ').replace(/[\\|]/g, '\\$&') : value,
  ]);
  return Object.fromEntries(cells) as object;
}
