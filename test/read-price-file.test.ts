import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ConfigError, loadConfig, parseConfig, withPriceList } from '../src/config.js';
import { readPriceFile } from '../src/read-price-file.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'greenlight-prices-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string): { entries: readonly unknown[]; problems: string[] } {
  writeFileSync(join(folder, 'prices.json'), text);
  const problems: string[] = [];
  return { entries: readPriceFile('prices.json', join(folder, 'greenlight.json'), problems), problems };
}

const entry = { model: 'm', unit: 'image', amount: 0.04, currency: 'USD', source: 'a page' };

it('is read beside the config, with comments', () => {
  const { entries, problems } = read(`{ // mine\n "entries": [${JSON.stringify(entry)},] }`);
  expect(problems).toEqual([]);
  expect(entries).toMatchObject([{ model: 'm', amount: 0.04, factors: [], outputsPerCall: 1 }]);
});

it.each([
  ['{\n "entries": [', 'line 2: '],
  ['{}', 'entries: '],
  [JSON.stringify({ entries: [{ ...entry, unit: 'kilo' }] }), 'entries.0.unit: '],
  [
    JSON.stringify({ entries: [{ ...entry, amount: undefined, expression: '2 **' }] }),
    'entries.0.expression: at character 4: expected a number',
  ],
])('says what is wrong and where: %s', (text, why) => {
  const { entries, problems } = read(text);
  expect(entries).toEqual([]);
  expect(problems.join('\n')).toContain(`${join(folder, 'prices.json')}: ${why}`);
});

it('holds the whole config back', () => {
  const config = parseConfig({ prices: { file: 'gone.json' } });
  const read = () => withPriceList(config, join(folder, 'greenlight.json'));
  expect(read).toThrow(ConfigError);
  expect(read).toThrow('gone.json: cannot be read');
});

it('is part of what a config file holds, and of no config that names none', () => {
  writeFileSync(join(folder, 'prices.json'), JSON.stringify({ entries: [entry] }));
  const file = join(folder, 'greenlight.json');
  writeFileSync(file, JSON.stringify({ prices: { file: 'prices.json', rates: { USD: 100 } } }));
  const config = loadConfig(file);
  expect(config.priceEntries).toHaveLength(1);
  expect(config.prices.staleDays).toBe(90);
  expect(withPriceList(parseConfig({}), file).priceEntries).toBeUndefined();
});
