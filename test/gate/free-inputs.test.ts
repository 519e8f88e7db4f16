import { expect, it } from 'vitest';
import { freeInputs } from '../../src/gate/free-inputs.js';
import type { InputPort } from '../../src/gate/ports.js';
import { editTool } from '../fixtures/edit-tools.js';
import { takeOf } from '../fixtures/takes.js';

const id = 'ab12'.repeat(16);
const asset = { id, path: '/out/fox.png', mimeType: 'image/png', bytes: 1 };
const inputs: InputPort = {
  give: async ({ path }) => ({ value: path }),
  contentOf: async () => ({ id, isInline: true }),
};
const store = { takes: async () => [takeOf({ assets: [asset] })], take: async () => undefined };
const resolve = (args: unknown) =>
  freeInputs({ store, inputs } as unknown as Parameters<typeof freeInputs>[0], editTool('look'), 'poster', args);

it('a free call gets what the tool wants for the address of an output, at any depth, and nothing else is touched', async () => {
  const link = `greenlight://asset/${id.slice(0, 16)}`;
  const args = { image: link, id, path: '/out/fox.png', deep: { list: [link, 1] } };
  expect(await resolve(args)).toEqual({
    arguments: { ...args, image: '/out/fox.png', deep: { list: ['/out/fox.png', 1] } },
  });
});

it('a free call with an address that leads to no output is told so', async () => {
  expect(await resolve({ image: 'greenlight://take/t_9' })).toMatchObject({
    problems: [{ path: 'image', found: 'greenlight://take/t_9' }],
  });
});

it('a free call without arguments has none', async () => {
  expect(await resolve(undefined)).toEqual({ arguments: {} });
});
