import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CommandError } from '../../../src/cli/command-error.js';
import { checkPrices, diffPrices, importPrices, listPrices } from '../../../src/cli/commands/prices.js';
import { parseConfig, withPriceList, type Config } from '../../../src/config.js';
import { fakeShell } from '../fake-desk.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'greenlight-prices-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const heard = {
  tools: [{ server: 'shop', name: 'draw', exposed: 'shop_draw', definition: { name: 'draw' } }],
  servers: [],
};
const entry = { tool: 'draw', unit: 'image', amount: 0.04, currency: 'USD', source: 'a page', asOf: '2026-11-20' };

function configOf(...entries: object[]): Config {
  writeFileSync(join(folder, 'prices.json'), JSON.stringify({ entries }));
  const prices = { file: 'prices.json', rates: { USD: 100 } };
  return withPriceList(
    parseConfig({ servers: { shop: { command: 'shop' } }, prices }),
    join(folder, 'greenlight.json'),
  );
}

it('lists prices with their sources, and says when there is nothing to pay for', () => {
  const { text, data } = listPrices(heard, configOf({ ...entry, asOf: '2020-01-01' }), fakeShell());
  expect(text).toMatch(/shop +draw +output +4 +a page +<yellow:2020-01-01> +<yellow:stale/);
  expect(data).toMatchObject({ prices: [{ server: 'shop', tool: 'draw', credits: 4, stale: true }] });
  expect(listPrices({ tools: [], servers: [] }, configOf(), fakeShell()).text).toContain('No paid tools');
});

it('says what is not in order, or that all is', () => {
  const bad = checkPrices(heard, configOf({ ...entry, tool: 'paint' }), fakeShell());
  expect(bad.isSound).toBe(false);
  expect(bad.text).toContain('shop.draw: its price is not known');
  expect(bad.text).toContain('entry for paint that prices no tool');
  expect(checkPrices(heard, configOf(entry), fakeShell())).toMatchObject({ isSound: true, data: { faults: [] } });
});

it('imports a list, says what it left out, and never replaces a file unasked', () => {
  const [list, out] = [join(folder, 'list.json'), join(folder, 'out.json')];
  const image = { mode: 'image_generation', output_cost_per_image: 0.04 };
  writeFileSync(list, JSON.stringify({ a: image, b: { mode: 'chat' } }));
  utimesSync(list, new Date('2026-07-24'), new Date('2026-07-24'));
  const { text, data } = importPrices(list, { out }, fakeShell());
  expect(text).toContain('1 of 2 entries read, 1 left out');
  expect(text).toContain('b: a model that only makes text');
  expect(data).toMatchObject({ read: 1, all: 2, skipped: [{ key: 'b' }] });
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ entries: [{ model: 'a', asOf: '2026-07-24' }] });
  expect(diffPrices(out, configOf(), fakeShell()).data).toMatchObject({ changes: [{ what: 'new', name: 'a' }] });
  writeFileSync(out, 'mine');
  expect(() => importPrices(list, { out }, fakeShell())).toThrow(CommandError);
  expect(readFileSync(out, 'utf8')).toBe('mine');
  importPrices(list, { out, force: true }, fakeShell());
  expect(readFileSync(out, 'utf8')).toContain('"a"');
  expect(readdirSync(folder).sort()).toEqual(['list.json', 'out.json', 'prices.json']);
});

it.each(['', '[1]', '{}', '{"b": {"mode": "chat"}}'])('writes nothing out of %j', (text) => {
  const [list, out] = [join(folder, 'list.json'), join(folder, 'out.json')];
  writeFileSync(list, text);
  expect(() => importPrices(list, { out }, fakeShell())).toThrow('bad-price-list');
  expect(readdirSync(folder)).toEqual(['list.json']);
});

it('tells what another list says otherwise', () => {
  const other = join(folder, 'other.json');
  const config = configOf(entry);
  writeFileSync(other, JSON.stringify({ entries: [{ ...entry, amount: 0.05 }] }));
  expect(diffPrices(other, config, fakeShell()).text).toMatch(/changed +draw +image +USD +0\.04 +0\.05 +\+25 %/);
  expect(diffPrices(join(folder, 'prices.json'), config, fakeShell()).text).toBe('Nothing changed.');
  expect(() => diffPrices(join(folder, 'none.json'), config, fakeShell())).toThrow('bad-price-list');
});
