import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { boundTool, nameInputs, type NamedInputs } from '../../src/gate/name-inputs.js';
import type { InputPort } from '../../src/gate/ports.js';
import { recordedLink } from '../../src/model/asset-name.js';
import type { JsonObject } from '../../src/model/json.js';
import type { Asset, Take } from '../../src/model/take.js';
import { editTool } from '../fixtures/edit-tools.js';
import { takeOf } from '../fixtures/takes.js';

const idOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const assetOf = (name: string, take: string): Asset => {
  const path = `/out/poster/fox/explore-${take}-${idOf(name).slice(0, 12)}.png`;
  return { id: idOf(name), path, mimeType: 'image/png', bytes: 3, source: `https://cdn.example/${name}.png` };
};
const fox = assetOf('fox', 't_1');
const boat = assetOf('boat', 't_1');
const takes: readonly Take[] = [
  takeOf({ id: 't_1', assets: [fox, boat] }),
  takeOf({ id: 't_2', project: 'other', assets: [assetOf('tree', 't_2')] }),
  takeOf({ id: 't_3', assets: [] }),
];
const store = {
  take: async (id: string) => takes.find((take) => take.id === id),
  takes: async ({ project, asset = '' }: { project: string; asset?: string | undefined }) =>
    takes.filter(
      (take) =>
        take.project === project && take.assets.some(({ id, source }) => id.startsWith(asset) || source === asset),
    ),
};
const inputs: InputPort = {
  give: async ({ path, bytes, id }, form) => {
    if (form === 'base64' && bytes > 2) return { expected: 'a smaller one' };
    return { value: form === 'url' ? `data:${id.slice(0, 4)}` : path };
  },
  contentOf: async (text) => {
    if (text.startsWith('data:')) return { id: idOf(text.slice(5)), isInline: true };
    return text === '/home/me/copy.png' ? { id: fox.id, isInline: false } : undefined;
  },
};

const name = (args: unknown, paths = ['image'], linksOnly = false, properties: JsonObject = {}) =>
  nameInputs({ store, inputs } as unknown as Parameters<typeof nameInputs>[0], {
    tool: { ...editTool('edit'), schema: { properties } },
    ...{ project: 'poster', arguments: args, paths, linksOnly },
  });

async function named(...given: Parameters<typeof name>): Promise<NamedInputs> {
  const found = await name(...given);
  if (!('bind' in found)) throw new Error(JSON.stringify(found));
  return found;
}

describe('an output that a call starts from', () => {
  it.each([
    ['its id', fox.id],
    ['the beginning of its id', fox.id.slice(0, 12)],
    ['its address', `greenlight://asset/${fox.id.slice(0, 16)}`],
    ['its take', 't_1'],
    ['its place in its take', 't_1/1'],
    ['its path', fox.path],
    ['its path as an address', `file://${fox.path}`],
    ['a copy of it', '/home/me/copy.png'],
  ])('is one and the same by %s', async (_, image) => {
    const { arguments: args, bind } = await named({ prompt: 'x', image });
    expect(args).toEqual({ prompt: 'x', image: recordedLink(fox.id) });
    expect(bind(args as JsonObject)).toEqual({ prompt: 'x', image: fox.path });
  });

  it('is the same by the address it came from, which is sent as it is unless the tool says that it wants another form', async () => {
    const image = 'https://cdn.example/fox.png';
    const { arguments: args, bind } = await named({ image });
    expect(args).toEqual({ image: recordedLink(fox.id) });
    expect(bind(args as JsonObject)).toEqual({ image });
    const picky = await named({ image }, ['image'], false, { image: { description: 'path of the picture' } });
    expect(picky.bind(picky.arguments as JsonObject)).toEqual({ image: fox.path });
  });

  it('that is given inline is recorded by its id and sent as it was given', async () => {
    const { arguments: args, bind } = await named({ image: 'data:fox' });
    expect(args).toEqual({ image: recordedLink(fox.id) });
    expect(bind(args as JsonObject)).toEqual({ image: 'data:fox' });
  });

  it('may stand in lists and objects, several of them, each in the form of its argument', async () => {
    const given = { image: [fox.id, 'mine.png'], more: { url: 't_1/2', weight: 1 } };
    const { arguments: args, bind } = await named(given, ['image', 'more']);
    const more = { url: recordedLink(boat.id), weight: 1 };
    expect(args).toEqual({ image: [recordedLink(fox.id), 'mine.png'], more });
    expect(bind(args as JsonObject)).toEqual({
      image: [fox.path, 'mine.png'],
      more: { url: `data:${boat.id.slice(0, 4)}`, weight: 1 },
    });
  });

  it('stays what it is when another argument changes before the call is sent', async () => {
    const { arguments: args, bind } = await named({ image: fox.id, count: 4 });
    expect(bind({ ...(args as JsonObject), count: 1 })).toEqual({ image: fox.path, count: 1 });
  });

  it.each([
    ['an unknown id', `greenlight://asset/${'ab'.repeat(32)}`, 'an asset of this project'],
    ['an output of another project', `greenlight://asset/${idOf('tree')}`, 'an asset of this project'],
    ['a take of another project', 't_2', 'a take of this project'],
    ['an unknown take', 't_9', 'a take of this project'],
    ['a take without outputs', 't_3', 'kept; t_3 has 0'],
    ['an output that the take has not', 't_1/3', 'kept; t_1 has 2'],
    ['the digest that stands for given content', `sha256:${'ab'.repeat(32)}`, 'the content itself'],
    ['an address of ours that leads nowhere', 'greenlight://brief', 'greenlight://asset/ID'],
  ])('is refused for %s', async (_, image, expected) => {
    const bad = await name({ image });
    expect(bad).toMatchObject([{ path: 'image', found: image }]);
    expect((bad as readonly { expected: string }[])[0]?.expected).toContain(expected);
  });

  it('that cannot be handed over is refused with the reason, all of them together', async () => {
    const properties = { image: { description: 'base64' }, mask: { description: 'base64' } };
    const bad = await name({ image: fox.id, mask: 't_1' }, ['image', 'mask'], false, properties);
    expect(bad).toEqual([
      { path: 'image', found: fox.id, expected: 'a smaller one' },
      { path: 'mask', found: 't_1', expected: 'a smaller one' },
    ]);
  });

  it('may be the provider’s own id where nothing says that a file is wanted', async () => {
    const own = 'cd'.repeat(32);
    expect((await named({ image: own })).arguments).toEqual({ image: own });
    expect(await name({ image: own }, ['image'], false, { image: { format: 'uri' } })).toHaveLength(1);
    const short = await named({ image: own.slice(0, 20) }, ['image'], false, { image: { format: 'uri' } });
    expect(short.arguments).toEqual({ image: own.slice(0, 20) });
  });
});

describe('what is no output', () => {
  it.each(['mine.png', 'https://a.b/c.png', '/home/me/photo.png', '', 'data:mine'])(
    'stays as it is: %j',
    async (image) => {
      const { arguments: args, bind } = await named({ image, prompt: fox.id });
      expect(args).toEqual({ image, prompt: fox.id });
      expect(bind(args as JsonObject)).toEqual(args);
    },
  );

  it('is recorded by its digest where it is long and inline, and sent as it was given', async () => {
    const image = `data:${'mine'.repeat(1000)}`;
    const { arguments: args, bind } = await named({ image });
    expect(args).toEqual({ image: `sha256:${idOf(image.slice(5))}` });
    expect(bind(args as JsonObject)).toEqual({ image });
  });

  it.each([undefined, null, 'text', 7, [1]])('may be no arguments at all: %j', async (given) => {
    expect((await named(given)).arguments).toBe(given);
  });

  it('is every id and path where only addresses are names', async () => {
    const given = { image: fox.id, path: fox.path, take: 't_1', photo: `greenlight://asset/${fox.id}` };
    const { arguments: args, bind } = await named(given, Object.keys(given), true);
    expect(bind(args as JsonObject)).toEqual({ ...given, photo: fox.path });
  });
});

it('a schema is held against what the tool would get', async () => {
  const { arguments: args, bind } = await named({ image: fox.id });
  const seen: unknown[] = [];
  const tool = boundTool({ ...editTool('edit'), validate: (given) => void seen.push(given) }, { bind });
  tool.validate?.(args as JsonObject);
  expect(seen).toEqual([{ image: fox.path }]);
});
