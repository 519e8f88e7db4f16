import { expect, it } from 'vitest';
import { newPin, pinAnew, pinFirst, pinsOf } from '../../src/gate/tool-pins.js';
import { openMemoryStore } from '../../src/stores/memory.js';

const digest = (text: string): string => `#${String(text.length)}`;
const at = { server: 'up', reach: 'r1' };
const pin = (tool: string, description: string, when = 1, reach = 'r1') =>
  newPin(
    { ...at, reach, tool, definition: { name: tool, description, icons: [] } },
    { at: when, who: 'first-use' },
    digest,
  );

it('keeps the first pin of a tool, whoever comes later', async () => {
  const store = openMemoryStore();
  expect(await pinFirst(store, [pin('make', 'one'), pin('list', 'l')])).toHaveLength(2);
  const [kept] = await pinFirst(store, [pin('make', 'two', 2)]);
  expect(kept).toMatchObject({ definition: { name: 'make', description: 'one' }, at: 1, who: 'first-use' });
  expect(kept?.definition).not.toHaveProperty('icons');
  expect([...(await pinsOf(store, at)).keys()].sort()).toEqual(['list', 'make']);
});

it('remembers when and by whose word a pin was replaced', async () => {
  const store = openMemoryStore();
  await pinFirst(store, [pin('make', 'one')]);
  await pinAnew(store, { ...pin('make', 'second', 5), who: 'person' });
  await pinAnew(store, { ...pin('make', 'third!', 9), who: 'client' });
  expect((await pinsOf(store, at)).get('make')).toMatchObject({
    definition: { description: 'third!' },
    who: 'client',
    before: [
      { at: 1, who: 'first-use' },
      { at: 5, who: 'person' },
    ],
  });
});

it('takes the newest pin of the name where the server is reached in another way, and its own as soon as there is one', async () => {
  const store = openMemoryStore();
  await pinFirst(store, [pin('make', 'old', 1, 'r0'), pin('make', 'newer', 2, 'r1')]);
  const other = { server: 'up', reach: 'r2' };
  expect((await pinsOf(store, other)).get('make')?.definition).toMatchObject({ description: 'newer' });
  await pinFirst(store, [pin('make', 'own', 0, 'r2')]);
  expect((await pinsOf(store, other)).get('make')?.definition).toMatchObject({ description: 'own' });
  expect((await pinsOf(store, { server: 'u', reach: 'r1' })).size).toBe(0);
});
