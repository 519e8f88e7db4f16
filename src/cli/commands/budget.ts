import { InvalidArgumentError, Option, type Command } from 'commander';
import { z } from 'zod';
import { budgetScopes, periods, remaining, type Account, type BudgetScope, type Period } from '../../model/budget.js';
import { grantName } from '../../ledger/grants.js';
import { formatCredits, toMicro, type MicroCredits } from '../../model/credits.js';
import { projectName } from '../../model/money-settings.js';
import { phases, type Phase } from '../../model/phase.js';
import { accountData } from '../../gate/views.js';
import { budgetView } from '../budget-view.js';
import { provePerson, type Proof } from '../prove-person.js';
import type { SharedOptions } from '../read-settings.js';
import { planGrant, type GrantWish } from '../plan-grant.js';
import { planExtension, planLimit, type LimitChange } from '../set-limit.js';
import type { Paint, Shell } from '../shell.js';
import { table } from '../table.js';
import { guarded, shared, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

interface SetOptions extends PasswordOptions {
  readonly scope: BudgetScope;
  readonly session?: string | undefined;
  readonly period?: Period | undefined;
  readonly phase?: Phase | undefined;
  readonly model?: string | undefined;
  readonly soft?: MicroCredits | undefined;
}

/** What is spent, held and left. */
export async function showBudgets(desk: Pick<Desk, 'store' | 'config' | 'project' | 'shell'>): Promise<Answer> {
  const { shell } = desk;
  const { accounts, sessions } = await budgetView(desk.store, desk.config, shell.now());
  const lines = [accountTable(accounts, shell.paint)];
  if (sessions.length === 0) lines.push('', shell.texts.say('cli/budget', 'no-session', { project: desk.project }));
  return { text: lines.join('\n'), data: { project: desk.project, budgets: accounts.map(accountData) } };
}

/** Budgets as a table; amounts in credits. */
export function accountTable(accounts: readonly Account[], paint: Paint): string {
  const amount = (micro: MicroCredits | undefined): string => (micro === undefined ? '–' : formatCredits(micro));
  const rows = accounts.map((account) => {
    const left = remaining(account);
    const isOut = left !== undefined && left <= 0;
    return [
      account.scope,
      account.subject,
      [account.scope === 'grant' ? grantName(account) : undefined, account.phase, account.model]
        .filter((tag) => tag !== undefined)
        .join(' '),
      amount(account.limit),
      amount(account.soft),
      formatCredits(account.spent),
      formatCredits(account.held),
      isOut ? { text: amount(left), paint: paint.red } : amount(left),
      account.resetsAt === undefined ? '' : new Date(account.resetsAt).toISOString().slice(0, 16).replace('T', ' '),
    ];
  });
  const numbers = ['limit', 'soft', 'spent', 'held', 'left'].map((title) => ({ title, align: 'right' as const }));
  return table(
    [{ title: 'scope' }, { title: 'of' }, { title: 'only' }, ...numbers, { title: 'resets (UTC)' }],
    rows,
    paint.dim,
  );
}

/**
 * Sets the limit of one budget. Tightening is open to everybody; loosening takes the person.
 * @param limit micro-credits
 * @throws CommandError when no such budget is in force, or the password is missing or wrong.
 */
export async function setLimit(desk: Desk, limit: MicroCredits, options: Omit<SetOptions, 'json'>): Promise<Answer> {
  const { store, config, shell } = desk;
  return changeLimit(desk, await planLimit(store, config, shell.now(), options, { limit, soft: options.soft }));
}

/**
 * Extends one budget on demand, within its cap.
 * @param credits micro-credits to add
 * @throws CommandError when that is off or goes beyond the cap, or the password is missing or wrong.
 */
export async function extendLimit(desk: Desk, account: string, credits: MicroCredits): Promise<Answer> {
  const { store, config, shell } = desk;
  return changeLimit(desk, await planExtension(store, config, shell.now(), account, credits));
}

/**
 * Enters credits that were bought or given.
 * @param credits micro-credits
 * @throws CommandError when no such balance is kept, it lapsed, or the password is missing or wrong.
 */
export async function grantCredits(desk: Desk, credits: MicroCredits, wish: GrantWish): Promise<Answer> {
  const { store, config, shell } = desk;
  return changeLimit(desk, await planGrant(store, config, shell.now(), wish, credits));
}

async function changeLimit(desk: Desk, change: LimitChange): Promise<Answer> {
  const { store, shell } = desk;
  const { texts } = shell;
  const proof: Proof = change.loosens
    ? await provePerson(store, desk.ask, texts.say('cli/password', 'ask-budget'))
    : { strength: 'client', why: 'no-password' };
  const account = await store.limit(change.account, { limit: change.limit, soft: change.soft }, proof.strength);
  const facts = { ...account, before: change.before.limit, left: remaining(account) };
  const lines = [`${shell.paint.green('✓')} ${texts.say('cli/budget', 'set', facts)}`];
  if (change.loosens && proof.why !== 'password') lines.push(shell.paint.yellow(texts.say('cli/password', proof.why)));
  return { text: lines.join('\n'), data: { ...accountData(account), loosened: change.loosens, who: proof.strength } };
}

/** `greenlight budget`. */
export function addBudget(program: Command, shell: Shell): void {
  const group = program.command('budget').description('see and set what may be spent');
  shared(group.command('show', { isDefault: true }).description('what is spent, held and left')).action(
    (_options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), showBudgets),
  );
  guarded(group.command('set').argument('<credits>', 'the new limit', credits).description('set the limit of a budget'))
    .addOption(new Option('--scope <scope>', 'whose budget').choices(budgetScopes).default('session'))
    .option('--session <id>', 'which session; default: the one seen last')
    .addOption(new Option('--period <period>', 'which of several budgets').choices(periods))
    .addOption(new Option('--phase <phase>', 'the budget of this phase').choices(phases))
    .option('--model <name>', 'the budget of this model')
    .option('--soft <credits>', 'soft line: going on beyond it asks', credits)
    .action((limit: MicroCredits, _options: SetOptions, command: Command) => {
      const options = command.optsWithGlobals<SetOptions>();
      return withStore(shell, options, (desk) => setLimit(desk, limit, options));
    });
  addGrant(group, shell);
  guarded(
    group.command('extend').argument('<account>', 'as a refusal names it').argument('<credits>', 'to add', credits),
  )
    .description('extend a hard line on demand, up to the cap of the config')
    .action((account: string, added: MicroCredits, _options: PasswordOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<PasswordOptions>(), (desk) => extendLimit(desk, account, added)),
    );
}

function addGrant(group: Command, shell: Shell): void {
  guarded(group.command('grant').argument('<credits>', 'bought or given', credits))
    .description('enter credits that you bought, or what is really left of some')
    .requiredOption('--name <name>', 'what to call them', nameOf)
    .option('--expires <date>', 'date with whose beginning they lapse, e.g. 2026-11-30', dateOf)
    .option('--server <name>', 'the server that they pay for')
    .action((added: MicroCredits, _options: PasswordOptions, command: Command) => {
      const options = command.optsWithGlobals<PasswordOptions & GrantWish>();
      return withStore(shell, options, (desk) => grantCredits(desk, added, options));
    });
}

function nameOf(text: string): string {
  if (!projectName.safeParse(text).success) throw new InvalidArgumentError('Expected letters, digits and dashes.');
  return text;
}

function dateOf(text: string): string {
  if (!z.iso.date().safeParse(text).success) throw new InvalidArgumentError('Expected a date such as 2026-11-30.');
  return text;
}

function credits(text: string): MicroCredits {
  const number = text.trim() === '' ? NaN : Number(text);
  const micro = number <= 1e9 ? toMicro(number) : undefined;
  if (micro === undefined) throw new InvalidArgumentError('Expected credits, 0 to 1,000,000,000.');
  return micro;
}
