import { expect, it } from 'vitest';
import { inspectTools } from '../../src/cli/inspect-tools.js';
import { parseConfig } from '../../src/config.js';
import { priceSchema } from '../../src/model/price.js';
import { presets } from '../../src/upstreams/presets/index.js';
import { profileBook } from '../../src/upstreams/profile-book.js';

const { servers } = parseConfig({
  servers: {
    studio: { command: 'studio', preset: 'studio', tools: { job_status: 'free', generate_music: { paid: true } } },
    shop: { command: 'shop' },
  },
});
const tool = (server: string, name: string) => ({ server, name, exposed: `${server}_${name}`, definition: { name } });

function inspect(server: string, name: string) {
  return inspectTools([tool(server, name)], profileBook(servers, presets))[0];
}

it('says what a preset knows', () => {
  expect(inspect('studio', 'text_to_image')).toMatchObject({
    kind: 'image',
    cost: 'paid',
    price: '20–600 / output',
    source: 'preset',
    settle: undefined,
  });
});

it('says what the config says', () => {
  expect(inspect('studio', 'job_status')).toMatchObject({ cost: 'free', source: 'config' });
});

it('gives the commands that settle a tool nobody knows', () => {
  expect(inspect('shop', 'make_video')).toMatchObject({
    kind: 'video',
    cost: 'unknown',
    source: 'classifier',
    why: [
      { about: 'cost', from: 'name', says: 'record', words: 'make' },
      { about: 'kind', from: 'name', says: 'video', words: 'video' },
    ],
    settle: {
      free: 'greenlight inspect --set shop.make_video=free',
      paid: 'greenlight inspect --set shop.make_video=paid:video:CREDITS',
    },
  });
});

it('says what the price list knows', () => {
  const priced = profileBook(servers, presets, undefined, ({ server, tool }) => [
    { closeness: 0, price: { why: 'no rate', source: 'a page' }, scale: 1 },
    { closeness: 0, price: priceSchema.parse({ credits: tool.length, unit: 'output' }), scale: 1 },
    { closeness: 0, price: priceSchema.parse({ expression: `${server}.n * 2` }), scale: 1 },
  ]);
  const [seen] = inspectTools([tool('shop', 'make_video')], priced);
  expect(seen).toMatchObject({ cost: 'paid', price: '10 / output, shop.n * 2 / call', settle: undefined });
});

it('counts a paid tool without a price as unknown', () => {
  expect(inspect('studio', 'generate_music')).toMatchObject({ cost: 'unknown', source: 'config' });
});

it('says which words made a tool free', () => {
  const listed = { ...tool('shop', 'list_clips'), definition: { name: 'list_clips', description: 'Lists clips.' } };
  expect(inspectTools([listed], profileBook(servers, presets))[0]).toMatchObject({
    kind: 'list',
    cost: 'free',
    source: 'classifier',
    settle: undefined,
    why: [
      { about: 'cost', from: 'name', says: 'read', words: 'list' },
      { about: 'cost', from: 'description', says: 'read', words: 'list' },
      { about: 'kind', from: 'name', says: 'list', words: 'list' },
    ],
  });
});

it('quotes names that a shell would run', () => {
  expect(inspect('shop', "x; rm -rf '~'")?.settle?.free).toBe(
    `greenlight inspect --set 'shop.x; rm -rf '\\''~'\\''=free'`,
  );
});

it('says in which form assets reach a paid tool, and what says so', () => {
  const properties = { prompt: { type: 'string' }, image: { type: 'string', description: 'Path of the picture' } };
  const listed = { ...tool('shop', 'edit_image'), definition: { name: 'edit_image', inputSchema: { properties } } };
  const inputsOf = (isRemote: boolean) =>
    inspectTools([listed], profileBook(servers, presets), () => isRemote)[0]?.inputs;
  expect(inputsOf(false)).toEqual({ image: { form: 'path', because: 'description' } });
  expect(inputsOf(true)).toEqual({ image: { form: 'url', because: 'description' } });
  expect(inspect('studio', 'text_to_image')?.inputs).toBeUndefined();
});

it('says in which words a server states a price, which is an estimate', () => {
  const definition = { name: 'make_video', description: 'Makes a video. Costs 5 credits per second.' };
  const book = profileBook(servers, presets, undefined, undefined, {});
  const [made] = inspectTools([{ ...tool('shop', 'make_video'), definition }], book);
  expect(made).toMatchObject({
    cost: 'paid',
    price: '5 / second (estimate)',
    stated: ['costs 5 credits per second'],
    settle: undefined,
  });
});
