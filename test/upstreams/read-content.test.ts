import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import { readContent } from '../../src/upstreams/read-content.js';

const texts = openTexts();
const asset = { id: 'ab12'.repeat(16), mimeType: 'image/png', bytes: 3 };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('a small output is read as base64', async () => {
  const path = join(folder, 'fox.png');
  await writeFile(path, 'fox');
  expect(await readContent({ ...asset, path }, 't_1', 4, texts)).toEqual({ blob: 'Zm94' });
});

it('a large output is told by its path and its address', async () => {
  const path = join(folder, 'fox.png');
  await writeFile(path, 'fox!');
  const read = await readContent({ ...asset, path, bytes: 4 }, 't_1', 4, texts);
  expect(read).toMatchObject({ problem: expect.stringContaining(`${path} has 4 bytes`) });
  expect(read).toMatchObject({ problem: expect.stringContaining('greenlight://asset/ab12ab12ab12ab12') });
});

it('an output whose file is gone is told with its take', async () => {
  const path = join(folder, 'gone.png');
  const read = await readContent({ ...asset, path }, 't_7', 1000, texts);
  expect(read).toMatchObject({ problem: expect.stringContaining(`${path} is not there`) });
  expect(read).toMatchObject({ problem: expect.stringContaining('t_7') });
});
