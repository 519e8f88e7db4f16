import { expect, it } from 'vitest';
import { takeText } from '../../src/cli/take-text.js';
import { dispatchTake, fakeDesk, settleTake } from './fake-desk.js';

it('a take to be judged is shown with prompt, cost and files, and no terminal commands', async () => {
  const { store, shell } = fakeDesk();
  await dispatchTake(store, 't_1');
  await settleTake(store, 't_1', [{ id: 'ab', path: '/out/ab.png', mimeType: 'image/png', bytes: 3 }]);
  const take = await store.take('t_1');
  if (take === undefined) throw new Error('no take');
  const text = takeText(shell.texts, { ...take, prompt: `A fox\u001b[2J${'x'.repeat(2000)}` });
  expect(text).toContain('t_1 on fox/explore, made with text_to_image, 10 credits');
  expect(text).toContain('file: /out/ab.png');
  expect(text).toContain('A fox·[2J');
  expect(text).not.toContain('x'.repeat(1300));
});
