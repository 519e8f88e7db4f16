import { describe, expect, it } from 'vitest';
import type { ToolView } from '../../src/gate/lens.js';
import { offersOf, readyCall } from '../../src/gate/offers.js';
import type { Wanted } from '../../src/model/offer.js';
import type { ProfileInput } from '../../src/model/profile.js';
import { editTool, editTools } from '../fixtures/edit-tools.js';
import { pictureTool, pricelessTool } from '../fixtures/gate-bench.js';

const fox = { prompt: 'a fox', inputs: ['/out/fox.png'] };
const tool = (map: ProfileInput['arguments'], schema: ToolView['schema'] = {}): ToolView =>
  editTool('edit', { arguments: map }, schema);
const sent = (map: ProfileInput['arguments'], wanted: Wanted, schema: ToolView['schema'] = {}) =>
  readyCall(tool(map, schema), wanted)?.call.arguments;

describe('what connected tools offer', () => {
  it('is named by kind and tool, and each is ready with its price', () => {
    const offers = offersOf(editTools);
    expect(offers.map(({ kind, tool: name }) => [kind, name])).toEqual([
      ['edit', 'studio_edit'],
      ['inpaint', 'studio_inpaint'],
      ['reframe', 'studio_reframe'],
      ['outpaint', 'studio_outpaint'],
    ]);
    const call = { tool: 'studio_edit', arguments: { prompt: 'a fox', image: '/out/fox.png' }, amount: 3_000_000 };
    expect(offers[0]?.ready(fox)).toMatchObject({
      paid: true,
      call,
      quote: { upper: 3_000_000 },
      request: { kind: 'edit' },
    });
  });

  it('costs nothing where the person says that it is free', () => {
    const ready = readyCall(editTool('edit', { paid: false, price: undefined }), fox);
    expect(ready).toMatchObject({ paid: false, quote: { status: 'exact', upper: 0 }, call: { amount: 0 } });
  });
});

describe('what a tool of many kinds offers', () => {
  it('is not ready where its own defaults make something else', () => {
    const schema = { properties: { action: { default: 'upscale' } } };
    const kinds = (action: string) => ({ kindBy: { argument: 'action', kinds: { [action]: 'upscale' as const } } });
    const [changed, same] = offersOf([
      editTool('do', kinds('upscale'), schema),
      editTool('do', kinds('other'), schema),
    ]);
    expect(changed?.ready(fox)).toBeUndefined();
    expect(same?.ready(fox)?.request.kind).toBe('edit');
  });
});

describe('a call made ready', () => {
  it.each<[string, ProfileInput['arguments'], Wanted, object, ToolView['schema']?]>([
    ['sides', { width: 'w', height: 'h', aspect: 'ratio' }, { width: 640, height: 360 }, { w: 640, h: 360 }],
    ['one argument for both sides', { size: 'size' }, { width: 640, height: 360 }, { size: '640x360' }],
    ['an aspect for sides', { aspect: 'ratio' }, { width: 1920, height: 1080 }, { ratio: '16:9' }],
    ['an aspect as it was asked for', { aspect: 'ratio' }, { aspect: '16:9' }, { ratio: '16:9' }],
    [
      'the choice of the same shape',
      { aspect: 'options.ratio' },
      { width: 1344, height: 768 },
      { options: { ratio: '16:9' } },
      { properties: { options: { properties: { ratio: { enum: ['1:1', '16:9'] } } } } },
    ],
    ['an asset', { inputs: ['image', 'mask'] }, { inputs: ['a.png'] }, { image: 'a.png' }],
    [
      'assets in a list',
      { inputs: ['images'] },
      { inputs: ['a.png', 'b.png'] },
      { images: ['a.png', 'b.png'] },
      { properties: { images: { type: 'array' } } },
    ],
    [
      'what is wanted of it',
      { prompt: 'text', negativePrompt: 'not' },
      { prompt: 'a', negativePrompt: 'b' },
      { text: 'a', not: 'b' },
    ],
    ['nothing that is empty', {}, { prompt: '', negativePrompt: '', inputs: [], count: 1, audio: false }, {}],
    ['one version, where its own default is more', { count: 'n' }, {}, { n: 1 }, { properties: { n: { default: 4 } } }],
    ['length and sound', { seconds: 's', audio: 'loud' }, { seconds: 5, audio: true }, { s: 5, loud: true }],
  ])('has a place for %s', (_, map, wanted, args, schema) => {
    expect(sent(map, wanted, schema)).toEqual(args);
  });

  it.each<[string, ProfileInput['arguments'], Wanted, ToolView['schema']?]>([
    ['prompt', {}, { prompt: 'a' }],
    ['asset', {}, { inputs: ['a.png'] }],
    ['second asset', { inputs: ['image'] }, { inputs: ['a.png', 'b.png'] }],
    ['shape', {}, { aspect: '16:9' }],
    ['size', { width: 'w' }, { width: 640, height: 360 }],
    [
      'choice of this shape',
      { aspect: 'ratio' },
      { aspect: '21:9' },
      { properties: { ratio: { enum: ['1:1', '16:9'] } } },
    ],
    ['length', {}, { seconds: 5 }],
    ['sound', {}, { audio: true }],
    ['second version', {}, { count: 2 }],
    ['such count', { count: 'n' }, { count: 1 }, { properties: { n: { enum: [4] } } }],
    ['argument that it requires', { prompt: 'prompt' }, { prompt: 'a' }, { required: ['mask'] }],
  ])('is none where the tool has no place for the %s', (_, map, wanted, schema) => {
    expect(sent(map, wanted, schema)).toBeUndefined();
  });

  it('does not miss what the tool fills in by itself', () => {
    const schema = { required: ['strength'], properties: { strength: { default: 0.5 } } };
    expect(sent({ prompt: 'prompt' }, { prompt: 'a' }, schema)).toEqual({ prompt: 'a' });
  });

  it('is none where the server would refuse it, or nobody knows its price', () => {
    const picky: ToolView = { ...pictureTool(), validate: () => ({ path: 'prompt', expected: 'German' }) };
    expect(readyCall(picky, { prompt: 'a' })).toBeUndefined();
    expect(readyCall(pricelessTool, { prompt: 'a' })).toBeUndefined();
  });

  it('holds what the tool would get for an asset against its schema, and names the asset', () => {
    const link = `greenlight://asset/${'ab12'.repeat(4)}`;
    const seen: unknown[] = [];
    const picky: ToolView = {
      ...tool({ inputs: ['image_url'] }, { properties: { image_url: { format: 'uri' } } }),
      validate: (args) => void seen.push(args),
    };
    expect(readyCall(picky, { inputs: [link] })?.call.arguments).toEqual({ image_url: link });
    expect(seen).toEqual([{ image_url: 'https://example.com/output.png' }]);
  });

  it('has what is set besides, where the tool takes it', () => {
    expect(readyCall(pictureTool(), { prompt: 'a' }, [['model', 'fine']])?.call).toEqual({
      tool: 'studio_generate_image',
      arguments: { prompt: 'a', count: 1, model: 'fine' },
      amount: 50_000_000,
    });
    const schema = { properties: { model: { enum: ['draft'] } } };
    expect(readyCall({ ...pictureTool(), schema }, { prompt: 'a' }, [['model', 'fine']])).toBeUndefined();
  });
});
