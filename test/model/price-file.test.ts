import { expect, it } from 'vitest';
import { priceFileSchema, ratesSchema } from '../../src/model/price-file.js';

const entry = { model: 'x', unit: 'image', amount: 0.04, currency: 'USD', source: 'a page' };
const faults = (changes: object): string[] =>
  (priceFileSchema.safeParse({ entries: [{ ...entry, ...changes }] }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );

it('takes an entry with an amount or an expression that says what it prices', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ amount: undefined, expression: 'steps * 2', when: { quality: 'high', size: '1024x1536' } })).toEqual(
    [],
  );
});

it.each([
  [{ expression: '2' }, 'entries.0: exactly one of amount and expression'],
  [{ amount: undefined }, 'entries.0: exactly one of amount and expression'],
  [{ model: undefined }, 'entries.0: at least one of server, tool and model says what is priced'],
  [{ amount: undefined, expression: '2 *' }, 'entries.0.expression: at character 4: expected a number'],
  [{ model: undefined, tool: 't', tier: 'budget' }, 'entries.0.model: tier and lane are those of a model'],
  [{ currency: 'dollars' }, 'entries.0.currency: a currency such as USD'],
  [{ when: { size: 'large' } }, 'entries.0.when.size: as 1024x1536'],
])('says what is wrong with an entry: %j', (changes, fault) => {
  expect(faults(changes)[0]).toContain(fault);
});

it('knows no rate of zero', () => {
  expect(ratesSchema.safeParse({ USD: 0 }).success).toBe(false);
  expect(ratesSchema.safeParse({ USD: 100, acme: { EUR: 110 } }).success).toBe(true);
});
