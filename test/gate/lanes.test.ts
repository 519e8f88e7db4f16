import { describe, expect, it } from 'vitest';
import { laneCalls } from '../../src/gate/lanes.js';
import type { ToolView } from '../../src/gate/lens.js';
import { editTool } from '../fixtures/edit-tools.js';
import { pictureTool } from '../fixtures/gate-bench.js';
import { listedTool } from '../fixtures/listed-tool.js';
import { priceOf, unknownPrice } from '../fixtures/rule-input.js';
import { read } from '../fixtures/tool-lens.js';

const picture = pictureTool();
const given = { prompt: 'a fox', model: 'fine', style: 'oil' };
const slow = (changes: Parameters<typeof editTool>[1] = {}): ToolView =>
  editTool('slow', { kind: 'image', lane: 'relaxed', arguments: { prompt: 'text' }, ...changes });
const found = (tools: readonly ToolView[], args: object = given, quote = priceOf(50)) =>
  laneCalls(tools, read(tools[0] ?? picture, args), quote).map(({ lane, call }) => [lane, call]);

describe('the cheaper lanes of a call', () => {
  it('are those of connected tools of its kind, cheapest first', () => {
    const free = editTool('free', { kind: 'image', paid: false, price: undefined, lane: 'free' });
    expect(found([picture, slow(), free])).toEqual([
      ['free', { tool: 'studio_free', arguments: { prompt: 'a fox' }, amount: 0 }],
      ['relaxed', { tool: 'studio_slow', arguments: { text: 'a fox' }, amount: 3_000_000 }],
    ]);
  });

  it('are open models, of another tool or its own, with all else as it was given', () => {
    const models = { fine: { credits: 50 }, wan: { credits: 2, lane: 'open' as const } };
    const own = pictureTool({ price: { unit: 'output', models } });
    const call = { tool: 'studio_generate_image', arguments: { ...given, model: 'wan' }, amount: 2_000_000 };
    expect(found([own])).toEqual([['open', call]]);
    const other = slow({ lane: undefined, arguments: { prompt: 'text', model: 'm' }, price: { models } });
    expect(found([picture, other])).toEqual([
      ['open', { tool: 'studio_slow', arguments: { text: 'a fox', m: 'wan' }, amount: 2_000_000 }],
    ]);
  });

  it('are models that the price list calls so', () => {
    const own = listedTool([
      { model: 'fine', amount: 50 },
      { model: 'wan', amount: 2, lane: 'open' },
    ]);
    const call = { tool: own.exposed, arguments: { ...given, model: 'wan' }, amount: 2_000_000 };
    expect(found([own])).toEqual([['open', call]]);
    expect(found([own], { ...given, model: 'wan' })).toEqual([]);
  });

  it('are models whose id is split over two arguments', () => {
    const models = { 'acme/fine': { credits: 50 }, 'free/wan': { credits: 2, lane: 'open' as const } };
    const own = pictureTool({
      arguments: { prompt: 'prompt', model: ['owner', 'name'] },
      price: { unit: 'output', models },
    });
    const call = { prompt: 'a fox', owner: 'acme', name: 'fine' };
    expect(found([own], call)).toEqual([
      ['open', { tool: own.exposed, arguments: { ...call, owner: 'free', name: 'wan' }, amount: 2_000_000 }],
    ]);
    expect(found([own], { ...call, owner: 'free', name: 'wan' })).toEqual([]);
  });

  it('are values of an argument', () => {
    const factors = [{ argument: 'queue', equals: 'relaxed', times: 0.5, lane: 'relaxed' as const }];
    const own = pictureTool({ price: { unit: 'output', models: { fine: { credits: 50 } }, factors } });
    const call = { tool: 'studio_generate_image', arguments: { ...given, queue: 'relaxed' }, amount: 25_000_000 };
    expect(found([own])).toEqual([['relaxed', call]]);
    expect(found([own], { ...given, queue: 'relaxed' })).toEqual([]);
    expect(
      found([{ ...own, validate: (args) => ('queue' in args ? { path: 'queue', expected: '' } : undefined) }]),
    ).toEqual([]);
  });

  it('are those that make the same, where one tool makes many things', () => {
    const models = {
      veo: { credits: 50 },
      wan: { credits: 9, lane: 'open' as const },
      sdxl: { credits: 2, lane: 'open' as const },
    };
    const kindBy = { argument: 'model', kinds: { veo: 'video', wan: 'video' } } as const;
    const own = pictureTool({ kindBy, price: { unit: 'output', models } });
    const film = { ...given, model: 'veo' };
    const call = { tool: 'studio_generate_image', arguments: { ...film, model: 'wan' }, amount: 9_000_000 };
    expect(found([own], film)).toEqual([['open', call]]);
  });

  it.each<[string, readonly ToolView[], object?, Parameters<typeof found>[2]?]>([
    ['a tool of another kind', [picture, slow({ kind: 'video' })]],
    ['a lane that costs as much', [picture, slow({ price: { credits: 50 } })]],
    ['a lane at an unknown price', [picture, slow({ price: undefined })]],
    ['a lane that cannot make as many', [picture, slow()], { ...given, count: 2 }],
    [
      'a lane without a place for what it starts from',
      [pictureTool({ arguments: { prompt: 'prompt', inputs: ['image'] } }), slow()],
      { ...given, image: 'a.png' },
    ],
    ['a call at an unknown price', [picture, slow()], given, unknownPrice],
    ['a call that is on one already', [slow(), slow({ price: { credits: 1 } })], { text: 'a fox' }, priceOf(3)],
    ['a tool that nobody described', [editTool('odd', { kind: 'other' }), slow({ kind: 'other' })], { prompt: 'a' }],
  ])('are none for %s', (_, tools, args, quote) => {
    expect(found(tools, args, quote)).toEqual([]);
  });
});
