import { InvalidArgumentError, type Command } from 'commander';
import { formatCredits, toCredits, type MicroCredits } from '../../model/credits.js';
import type { Plan } from '../../model/plan.js';
import { planData } from '../../gate/views.js';
import { CommandError } from '../command-error.js';
import { minuteOf } from '../moment.js';
import { planRows, type PlanRow } from '../plan-rows.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table, type Cell } from '../table.js';
import { shared, withStore, type Answer, type Desk } from '../with-store.js';

type Room = Pick<Desk, 'store' | 'project' | 'shell'>;

interface PlanOptions extends SharedOptions {
  readonly version?: number | undefined;
}

/** Takes by which it is told what of a plan is done. */
const mostTakes = 10_000;

/**
 * The plan in force, or an older version: its steps with estimate, what is done and what is left.
 * @throws CommandError when there is no such version.
 */
export async function showPlan({ store, project, shell }: Room, version?: number): Promise<Answer> {
  const versions = await store.plans(project);
  const newest = versions.at(-1);
  const plan = version === undefined ? newest : versions.find((each) => each.version === version);
  if (plan === undefined) {
    if (version === undefined) {
      return { text: shell.texts.say('cli/plan', 'none', { project }), data: { project, plan: null, items: [] } };
    }
    const known = versions.map((each) => String(each.version));
    throw new CommandError('missing', 'no-such-plan', { project, version, known });
  }
  const rows = planRows(plan, await store.takes({ project, limit: mostTakes }));
  const sums = sumsOf(rows);
  const facts = {
    ...{ project, plan: plan.id, version: plan.version, newest: newest?.version, made: minuteOf(plan.at) },
    ...{ isOld: plan.id !== newest?.id, total: plan.total, ...sums, style: plan.style },
    waiting: rows.filter(({ state }) => state === 'needs-yes').map(({ item }) => item.id),
  };
  const data = {
    project,
    ...planData(plan),
    at: new Date(plan.at).toISOString(),
    inForce: plan.id === newest?.id,
    paid: toCredits(sums.paid),
    held: toCredits(sums.held),
    left: toCredits(sums.need),
    progress: rows.map(({ item, state, made, paid, held, open, need }) => ({
      ...{ item: item.id, state, made, open, paid: toCredits(paid), held: toCredits(held) },
      left: need === undefined ? null : toCredits(need),
    })),
  };
  const lines = [shell.texts.say('cli/plan', 'head', facts), '', planTable(rows, shell)];
  return { text: [...lines, '', shell.texts.say('cli/plan', 'foot', facts)].join('\n').trimEnd(), data };
}

/** Every version of the plan, newest first. */
export async function listPlans({ store, project, shell }: Room): Promise<Answer> {
  const versions = (await store.plans(project)).reverse();
  const summary = ({ id, version, at, items, total }: Plan) => ({ plan: id, version, at, items: items.length, total });
  const data = {
    project,
    versions: versions.map(summary).map(({ at, total, ...rest }) => ({
      ...{ ...rest, at: new Date(at).toISOString(), total: toCredits(total) },
    })),
  };
  if (versions.length === 0) return { text: shell.texts.say('cli/plan', 'none', { project }), data };
  const columns = [
    { title: 'version', align: 'right' },
    { title: 'plan' },
    { title: 'made (UTC)' },
    { title: 'steps', align: 'right' },
    { title: 'credits', align: 'right' },
  ] as const;
  const rows = versions.map(summary).map(({ plan, version, at, items, total }) => {
    return [String(version), plan, minuteOf(at), String(items), formatCredits(total)];
  });
  return { text: table(columns, rows, shell.paint.dim), data };
}

/** `greenlight plan`. */
export function addPlan(program: Command, shell: Shell): void {
  const group = program.command('plan').description('the plan: its steps, what is done and what is left');
  shared(group.command('show', { isDefault: true }).description('the plan in force, or an older version'))
    .option('--version <number>', 'an older version', versionOf)
    .action((_options: PlanOptions, command: Command) => {
      const options = command.optsWithGlobals<PlanOptions>();
      return withStore(shell, options, (desk) => showPlan(desk, options.version));
    });
  shared(group.command('versions').description('list every version, newest first')).action(
    (_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), listPlans),
  );
}

function planTable(rows: readonly PlanRow[], { paint }: Shell): string {
  const columns = [
    { title: 'step', widest: 40 },
    { title: 'for' },
    { title: 'with', widest: 30 },
    { title: 'versions', align: 'right' },
    { title: 'each', align: 'right' },
    { title: 'estimate', align: 'right' },
    { title: 'state' },
    { title: 'made', align: 'right' },
    { title: 'paid', align: 'right' },
    { title: 'left', align: 'right' },
  ] as const;
  const paints: Partial<Record<PlanRow['state'], (text: string) => string>> = {
    ...{ done: paint.green, waiting: paint.yellow, 'needs-yes': paint.yellow, denied: paint.red },
  };
  const cells = rows.map(({ item, state, made, paid, need }): readonly Cell[] => {
    const colour = paints[state];
    return [
      item.id,
      item.purpose,
      item.model ?? item.tool,
      item.rounds > 1 ? `${String(item.count)} × ${String(item.rounds)}` : String(item.count),
      amount(item.unit),
      amount(item.estimate),
      colour === undefined ? state : { text: state, paint: colour },
      String(made),
      formatCredits(paid),
      amount(need),
    ];
  });
  return table(columns, cells, paint.dim);
}

function sumsOf(rows: readonly PlanRow[]): { paid: MicroCredits; held: MicroCredits; need: MicroCredits } {
  const sum = (of: (row: PlanRow) => MicroCredits): MicroCredits => rows.reduce((total, row) => total + of(row), 0);
  return { paid: sum(({ paid }) => paid), held: sum(({ held }) => held), need: sum(({ need }) => need ?? 0) };
}

function amount(micro: MicroCredits | undefined): string {
  return micro === undefined ? '?' : formatCredits(micro);
}

function versionOf(text: string): number {
  const version = Number(text);
  if (!Number.isInteger(version) || version < 1) throw new InvalidArgumentError('Expected a whole number, 1 or more.');
  return version;
}
