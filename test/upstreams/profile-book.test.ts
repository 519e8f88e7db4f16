import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../src/ledger/quote-of.js';
import type { JsonObject } from '../../src/model/json.js';
import type { ListedPrice } from '../../src/model/listed-price.js';
import { priceSchema } from '../../src/model/price.js';
import { profileSchema } from '../../src/model/profile.js';
import type { Preset } from '../../src/upstreams/presets/preset.js';
import { profileBook } from '../../src/upstreams/profile-book.js';
import { requestOf } from '../fixtures/rule-input.js';

const preset: Preset = {
  name: 'acme',
  title: 'Acme',
  packages: ['acme-mcp'],
  free: ['list', 'status'],
  paid: { make: { paid: true, kind: 'image', price: { credits: 5 } } },
};
const own = profileSchema.parse({ paid: true, price: { credits: 7 } });
const book = profileBook(
  {
    a: { preset: 'acme', tools: { make: own, status: own, extra: 'free' } },
    b: { preset: 'acme', tools: {} },
    c: { tools: {} },
    e: { command: 'npx', args: ['-y', 'acme-mcp'], tools: { status: own } },
    f: { command: 'npx', args: ['-y', 'acme-mcp'], preset: 'none', tools: {} },
  },
  [preset],
);

describe('the profile of a tool', () => {
  it.each([
    ['b', 'make', 'preset', true, 5],
    ['b', 'list', 'preset', false, undefined],
    ['a', 'make', 'config', true, 7],
    ['a', 'status', 'config', true, 7],
    ['a', 'extra', 'config', false, undefined],
    ['e', 'make', 'recognised', true, 5],
    ['e', 'list', 'recognised', false, undefined],
    ['e', 'status', 'config', true, 7],
    ['f', 'make', 'classifier', true, undefined],
    ['b', 'other', 'classifier', true, undefined],
    ['c', 'make', 'classifier', true, undefined],
    ['d', 'make', 'classifier', true, undefined],
    ['b', 'constructor', 'classifier', true, undefined],
    ['__proto__', 'make', 'classifier', true, undefined],
  ])('%s.%s comes from %s: paid %s, %s credits', (server, tool, source, paid, credits) => {
    const found = book.of(server, tool, { name: tool });
    expect({ source: found.source, paid: found.profile.paid, credits: found.profile.price?.credits }).toEqual({
      source,
      paid,
      credits,
    });
  });

  it('needs a preset that exists', () => {
    expect(() => profileBook({ a: { preset: 'acne', tools: {} } }, [preset])).toThrow(
      'servers.a.preset: there is no preset "acne"; expected one of: acme',
    );
  });

  it('is read from the definition where nobody has said anything, with its grounds', () => {
    const listing = { name: 'list_models', description: 'List models.' };
    expect(book.of('c', 'list_models', listing)).toMatchObject({
      profile: { paid: false },
      source: 'classifier',
      classification: { kind: 'list' },
    });
    expect(book.of('a', 'extra', listing).classification).toBeUndefined();
  });

  it('stays paid for a definition that makes itself free, until a person says otherwise', () => {
    const seen = new Set<string>();
    const before = {
      has: (...key: string[]) => seen.has(key.join()),
      add: (...key: string[]) => void seen.add(key.join()),
    };
    const listing = { name: 'clips', description: 'List clips.' };
    const opened = () => profileBook({ c: { tools: {} } }, [preset], before);
    expect(opened().of('c', 'make_clip', { name: 'make_clip', description: 'Makes a clip.' }).profile.paid).toBe(true);
    const innocent = { name: 'make_clip', description: 'Lists clips.' };
    expect(opened().of('c', 'make_clip', innocent).profile.paid).toBe(true);
    expect(opened().of('c', 'list_clips', { ...listing, name: 'list_clips' }).profile.paid).toBe(false);
    seen.add('c,list_clips');
    expect(opened().of('c', 'list_clips', { ...listing, name: 'list_clips' }).profile.paid).toBe(true);
    expect(
      profileBook({ c: { tools: { list_clips: 'free' } } }, [preset], before).of('c', 'list_clips', {}).profile.paid,
    ).toBe(false);
  });

  it('has prices out of lists where it is paid and has none of its own, looked up once', () => {
    const listed = { closeness: 0, price: { why: 'no rate', source: 'a page' }, scale: 1 };
    const asked: unknown[] = [];
    const priced = profileBook({ b: { preset: 'acme', tools: {} } }, [preset], undefined, (tool) => {
      asked.push(tool);
      return [listed];
    });
    expect(priced.of('b', 'make', {}).profile.listed).toBeUndefined();
    expect(priced.of('b', 'list', {}).profile.listed).toBeUndefined();
    const definition = { name: 'draw' };
    expect(priced.of('b', 'draw', definition)).toMatchObject({ profile: { listed: [listed] }, source: 'classifier' });
    expect(priced.of('b', 'draw', definition)).toBe(priced.of('b', 'draw', definition));
    expect(asked).toEqual([{ server: 'b', preset: 'acme', tool: 'draw' }]);
  });

  it('is read once for a definition, and anew for a changed one', () => {
    const before = { name: 'get_clip', description: 'Get a clip.' };
    const first = book.of('c', 'get_clip', before);
    expect(book.of('c', 'get_clip', before)).toBe(first);
    expect(first.profile.paid).toBe(false);
    const changed = { ...before, inputSchema: { properties: { prompt: { type: 'string' } } } };
    expect(book.of('c', 'get_clip', changed).profile.paid).toBe(true);
  });
});

describe('a price that a server states', () => {
  const dollars = { name: 'make', description: 'Makes an image for $0.05 per image.' };
  const entry = priceSchema.parse({ credits: 7 });
  const listed: ListedPrice = { closeness: 0, model: 'fine', price: entry, scale: 1 };
  const stating = profileBook(
    { a: { preset: 'acme', tools: { bare: profileSchema.parse({ paid: true }) } }, c: { tools: {} } },
    [preset],
    undefined,
    () => [listed],
    { USD: 100 },
  );
  const upper = (server: string, tool: string, definition: JsonObject, model?: string): unknown => {
    const quote = quoteOf(stating.of(server, tool, definition).profile, requestOf({ model }));
    return quote.status === 'unknown' ? quote.status : [quote.status, quote.upper / 1_000_000];
  };

  it('never counts beside one of a preset or a person, nor where the list has one for the call', () => {
    expect(stating.of('a', 'make', dollars).profile.stated).toBeUndefined();
    expect(upper('c', 'make', dollars, 'fine')).toEqual(['exact', 7]);
  });

  it('is not read where it is not to count', () => {
    const unheard = profileBook({ c: { tools: {} } }, []).of('c', 'make', dollars);
    expect(unheard.profile).toMatchObject({ paid: true });
    expect(unheard.profile.stated).toBeUndefined();
  });

  it('counts where nobody else has one, also for a tool that a person only called paid', () => {
    expect(upper('c', 'make', dollars, 'other')).toEqual(['estimate', 5]);
    expect(upper('a', 'bare', dollars, 'other')).toEqual(['estimate', 5]);
  });

  it('is read anew from a changed definition, and makes no tool cost that is free', () => {
    expect(upper('a', 'bare', { ...dollars, description: 'Costs $0.09 per image' }, 'other')).toEqual(['estimate', 9]);
    expect(stating.of('a', 'list', dollars).profile).toMatchObject({ paid: false });
    expect(stating.of('a', 'list', dollars).profile.stated).toBeUndefined();
  });
});
