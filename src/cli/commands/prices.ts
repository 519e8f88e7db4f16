import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../../config.js';
import { isJsonObject } from '../../model/json.js';
import { pricesOf, statedRatesOf } from '../../prices-of.js';
import { readPriceFile } from '../../read-price-file.js';
import { presets } from '../../upstreams/presets/index.js';
import { profileBook } from '../../upstreams/profile-book.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import { listen, type Heard } from '../listen.js';
import { litellmPrices } from '../litellm-prices.js';
import { plainLine } from '../plain-text.js';
import { priceChanges } from '../price-changes.js';
import { entriesApart, priceFaults, priceRows, type PriceFault, type PriceRow } from '../price-rows.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table, type Column } from '../table.js';
import { shared, tell, type Answer } from '../with-store.js';
import { replaceFile } from '../write-file.js';

interface ImportOptions extends SharedOptions {
  readonly out?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Largest price list that is read, in bytes. */
const mostBytes = 64 << 20;

/** Every price of every paid tool, and where it was read. */
export function listPrices(heard: Heard, config: Config, shell: Shell): Answer {
  const prices = rowsOf(heard, config, shell);
  if (prices.length === 0) return { text: shell.texts.say('cli/prices', 'none'), data: { prices } };
  const { paint } = shell;
  const rows = prices.map((row) => [
    ...[row.server, row.tool, row.model ?? '', row.unit ?? '', String(row.credits ?? '?'), row.why ?? row.source],
    { text: row.asOf ?? '', paint: row.stale ? paint.yellow : (text: string) => text },
    row.stale ? { text: 'stale', paint: paint.yellow } : '',
  ]);
  const titles: Column[] = ['server', 'tool', 'model', 'unit'].map((title) => ({ title }));
  titles.push({ title: 'credits', align: 'right' }, { title: 'source' }, { title: 'as of' }, { title: '' });
  return { text: table(titles, rows, paint.dim), data: { prices } };
}

/** What is not in order about the prices of a config's tools. */
export function checkPrices(heard: Heard, config: Config, shell: Shell): Answer & { readonly isSound: boolean } {
  const faults = priceFaults(rowsOf(heard, config, shell), config.priceEntries ?? [], heard.tools);
  const text = faults.length === 0 ? shell.texts.say('cli/prices', 'sound') : faultLines(faults, shell);
  return { text, data: { faults }, isSound: faults.length === 0 };
}

/**
 * Reads a list in LiteLLM's format and writes it as a price list.
 * @param out where to; undefined: it is only told what would be written
 * @throws CommandError when the list cannot be read, or a file is there already and is not to be replaced.
 */
export function importPrices(file: string, { out, force }: ImportOptions, shell: Shell): Answer {
  const asOf = new Date(Math.min(shell.now(), modifiedAt(file))).toISOString().slice(0, 10);
  const raw = readJson(file);
  if (out !== undefined && existsSync(out) && force !== true) {
    throw new CommandError('failed', 'file-exists', { file: out });
  }
  const { entries, skipped } = litellmPrices(raw, basename(file), asOf);
  if (entries.length === 0) throw new CommandError('failed', 'bad-price-list', { file, why: 'no entry has a price' });
  if (out !== undefined) replaceFile(out, `${JSON.stringify({ entries }, null, 2)}\n`, true);
  const { texts } = shell;
  const all = Object.keys(raw).length;
  const told = skipped.map(({ key, why }) => ({ key, why: texts.say('cli/prices', why) }));
  const faults = entriesApart(entries);
  const lines = [
    texts.say('cli/prices', 'read', { read: entries.length, all, left: skipped.length }),
    ...told.map(({ key, why }) => `  ${plainLine(key)}: ${why}`),
    ...(faults.length === 0 ? [] : [faultLines(faults, shell)]),
    ...(out === undefined ? [] : [texts.say('cli/prices', 'written', { file: out, name: basename(out) })]),
  ];
  return { text: lines.join('\n'), data: { read: entries.length, all, skipped: told, faults, entries, file: out } };
}

/** What another price list says otherwise than the one of the config. */
export function diffPrices(file: string, config: Config, shell: Shell): Answer {
  const problems: string[] = [];
  const after = readPriceFile(resolve(file), resolve(file), problems);
  if (problems.length > 0) throw new CommandError('failed', 'bad-price-list', { file, why: problems.join('; ') });
  const changes = priceChanges(config.priceEntries ?? [], after);
  if (changes.length === 0) return { text: shell.texts.say('cli/prices', 'same'), data: { changes } };
  const rows = changes.map(({ what, name, unit, currency, before = '', after: now = '', percent }) => [
    ...[what, name, unit, currency, String(before), String(now)],
    percent === undefined ? '' : `${percent > 0 ? '+' : ''}${String(percent)} %`,
  ]);
  const titles = ['', 'price of', 'unit', 'currency', 'before', 'now', 'change'].map((title) => ({ title }));
  return { text: table(titles, rows, shell.paint.dim), data: { changes } };
}

/** `greenlight prices`. */
export function addPrices(program: Command, shell: Shell): void {
  const group = shared(program.command('prices').description('what paid tools cost, and where that was read'));
  const hear = async (options: SharedOptions): Promise<{ config: Config; heard: Heard }> => {
    const { config } = readSettings(options, { needsEnvironment: true });
    return { config, heard: await listen(config, true, shell) };
  };
  shared(group.command('list', { isDefault: true }).description('every price of every paid tool')).action(
    async (_options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const { config, heard } = await hear(options);
      tell(shell, options, listPrices(heard, config, shell));
    },
  );
  shared(
    group.command('check').description('what is missing, stale or contradicted; exit code 5 where something is'),
  ).action(async (_options: SharedOptions, command: Command) => {
    const options = command.optsWithGlobals<SharedOptions>();
    const { config, heard } = await hear(options);
    const answer = checkPrices(heard, config, shell);
    tell(shell, options, answer);
    if (!answer.isSound) shell.end(exitCodes.faulty);
  });
  shared(group.command('import <file>').description("read a list in LiteLLM's format into a price list"))
    .option('--out <file>', 'write it here; without it, only say what would be read')
    .option('--force', 'replace the file')
    .action((file: string, _options: ImportOptions, command: Command) => {
      const options = command.optsWithGlobals<ImportOptions>();
      tell(shell, options, importPrices(file, options, shell));
    });
  shared(group.command('diff <file>').description('what another price list says otherwise, in per cent')).action(
    (file: string, _options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      tell(shell, options, diffPrices(file, readSettings(options).config, shell));
    },
  );
}

function rowsOf(heard: Heard, config: Config, shell: Shell): PriceRow[] {
  const book = profileBook(config.servers, presets, undefined, pricesOf(config), statedRatesOf(config));
  return priceRows(heard.tools, book, { staleDays: config.prices.staleDays, now: shell.now() });
}

function faultLines(faults: readonly PriceFault[], { texts, paint }: Shell): string {
  return faults.map(({ code, facts }) => paint.yellow(plainLine(texts.say('cli/prices', code, facts)))).join('\n');
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

function readJson(file: string): Record<string, unknown> {
  const wrong = (why: string): CommandError => new CommandError('failed', 'bad-price-list', { file, why });
  let raw: unknown;
  try {
    if (statSync(file).size > mostBytes) throw new Error(`larger than ${String(mostBytes)} bytes`);
    raw = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  if (!isJsonObject(raw)) throw wrong('expected an object of entries by model');
  return raw;
}
