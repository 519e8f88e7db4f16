import { chmodSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import type { Asset, Take } from '../../src/model/take.js';
import { outputFolder, outputPath } from '../../src/upstreams/output-place.js';
import { sidecarPath, writeSidecars } from '../../src/stores/sidecar.js';
import { feedbackOf, takeOf } from '../fixtures/takes.js';

const id = 'ab12'.repeat(16);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sidecar-'));
});

afterEach(async () => {
  chmodSync(folder, 0o700);
  await rm(folder, { recursive: true, force: true });
});

async function made(changes: Partial<Take> = {}, of: Partial<Asset> = {}): Promise<Take> {
  const take = takeOf({
    at: Date.UTC(2026, 10, 22),
    endedAt: Date.UTC(2026, 10, 22, 1),
    costSource: 'provider',
    ...changes,
  });
  const path = outputPath(folder, take, { id, mimeType: 'image/png' });
  await mkdir(outputFolder(folder, take), { recursive: true });
  await writeFile(path, 'fox');
  return { ...take, assets: [{ id, path, mimeType: 'image/png', bytes: 3, ...of }] };
}

async function written(take: Take): Promise<JsonObject> {
  writeSidecars(take);
  return readOf(take);
}

async function readOf({ assets: [asset] }: Take): Promise<JsonObject> {
  return JSON.parse(await readFile(sidecarPath(asset ?? { path: '' }), 'utf8')) as JsonObject;
}

describe('a sidecar', () => {
  it('says what the output is, how it was made, what it cost and what it was made from', async () => {
    const source = 'cd34'.repeat(16);
    const args = { prompt: 'a fox', image: `greenlight://asset/${source}`, list: [`greenlight://asset/${source}`] };
    const take = await made(
      { arguments: args, madeFrom: ['t_0'], model: 'fine', seed: 7, negativePrompt: 'hats' },
      { source: 'https://cdn.example/fox.png?token=secret' },
    );
    const found = await written(take);
    expect(found).toMatchObject({
      ...{ asset: id, link: `greenlight://asset/${id.slice(0, 16)}`, file: `explore-t_1-${id.slice(0, 12)}.png` },
      ...{
        mediaType: 'image/png',
        bytes: 3,
        take: 't_1',
        takes: ['t_1'],
        project: 'poster',
        shot: 'fox',
        phase: 'explore',
      },
      ...{ server: take.server, tool: take.tool, model: 'fine', seed: 7, prompt: take.prompt, negativePrompt: 'hats' },
      arguments: args,
      madeFrom: { takes: ['t_0'], assets: [source] },
      cost: { state: 'posted', outcome: 'succeeded', source: 'provider', paidMicroCredits: 5_000_000, paidCredits: 5 },
      ...{ createdAt: '2026-11-22T00:00:00.000Z', endedAt: '2026-11-22T01:00:00.000Z', sourceHost: 'cdn.example' },
      feedback: null,
    });
    expect(JSON.stringify(found)).not.toContain('secret');
    expect(JSON.stringify(found)).not.toContain(take.session);
  });

  it('holds no secrets, signatures or content of the arguments', async () => {
    const args = {
      apiKey: 'sk-1',
      options: { 'access-token': 'sk-2', password: 'sk-3' },
      callback: 'https://me.example/done?token=sk-4',
      image: 'data:image/png;base64,sk-5',
      notes: 'n'.repeat(9000),
      tokens: 5,
      monkey: 'a marmoset',
    };
    const { arguments: found } = await written(await made({ arguments: args }));
    expect(JSON.stringify(found)).not.toContain('sk-');
    expect(found).toMatchObject({
      callback: 'https://me.example/done?…',
      image: 'data:image/png;base64,…',
      tokens: 5,
      monkey: 'a marmoset',
    });
    expect((found as { notes: string }).notes).toHaveLength(4000);
  });

  it('follows the take: its end, its price and the person’s word', async () => {
    const take = await made({ state: 'in_doubt', outcome: 'unknown', paid: 0, held: 5_000_000 });
    expect((await written(take))['cost']).toMatchObject({ state: 'in_doubt', heldCredits: 5, paidCredits: 0 });
    const judged = { ...take, state: 'posted', paid: 4_000_000, held: 0, feedback: feedbackOf('approve') } as const;
    expect(await written(judged)).toMatchObject({
      cost: { state: 'posted', heldCredits: 0, paidCredits: 4 },
      feedback: { verdict: 'approve', by: 'client' },
    });
  });

  it('names every take of the shot that brought the very same content', async () => {
    const [first, second] = [await made(), await made({ id: 't_2' })];
    writeSidecars(first);
    expect((await written(second))['takes']).toEqual(['t_1', 't_2']);
    expect(await readOf(first)).toMatchObject({ take: 't_1', takes: ['t_1', 't_2'] });
    writeSidecars(first);
    expect((await readOf(first))['takes']).toEqual(['t_1', 't_2']);
  });

  it('is readable by its owner only, and leaves no half-written file', async () => {
    const take = await made();
    writeSidecars(take);
    writeSidecars(take);
    const files = await readdir(outputFolder(folder, take));
    expect(files).toHaveLength(2);
    expect((await stat(sidecarPath(take.assets[0] ?? { path: '' }))).mode & 0o077).toBe(0);
  });

  it('is not written for an output that a person has put away, nor over somebody else’s file', async () => {
    const take = await made();
    const other = await made({ id: 't_2' });
    await writeFile(sidecarPath(other.assets[0] ?? { path: '' }), 'my notes');
    await rm(take.assets[0]?.path ?? '');
    writeSidecars(take);
    expect(await readdir(outputFolder(folder, take))).toHaveLength(2);
    writeSidecars(await made());
    expect(await readFile(sidecarPath(other.assets[0] ?? { path: '' }), 'utf8')).toBe('my notes');
  });
});
