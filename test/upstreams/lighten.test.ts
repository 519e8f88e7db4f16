import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { lightenAnswers } from '../../src/upstreams/lighten.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const limit = 10_000;
const sound = (bytes: number, first = 0): Buffer => {
  const wave = Buffer.alloc(bytes, first);
  wave.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  return wave;
};
const large = sound(9000);
const small = sound(3000);
const audio = (bytes: Buffer) => ({ type: 'audio', data: bytes.toString('base64'), mimeType: 'audio/wav' });
const text = { type: 'text', text: 'here it is' };
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lighten-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const lighten = (result: JsonObject) =>
  lightenAnswers({ folder, project: 'poster', inlineBytes: limit, log })({ server: 'up', name: 'get_sound' }, result);

const pathOf = (bytes: Buffer): string => {
  const id = createHash('sha256').update(bytes).digest('hex');
  return join(folder, 'poster', '_seen', `up-get_sound-${id.slice(0, 12)}.wav`);
};

describe('the answer of a free tool', () => {
  it.each<[string, JsonObject]>([
    ['nothing in it', {}],
    ['small media', { content: [text, audio(small)] }],
    [
      'small media in a text',
      { content: [{ type: 'text', text: `data:audio/wav;base64,${small.toString('base64')}` }] },
    ],
    ['long words', { content: [{ type: 'text', text: 'and so on, '.repeat(20_000) }] }],
    ['much structure', { structuredContent: { rows: Array.from({ length: 9000 }, (_, at) => ({ at, name: 'row' })) } }],
  ])('passes as it came with %s', async (_, result) => {
    expect(await lighten(result)).toBeUndefined();
  });

  it('has a link in the place of media above the limit, and small media beside it stays', async () => {
    const uri = pathToFileURL(pathOf(large)).href;
    const light = await lighten({ content: [text, audio(large), audio(small)], more: 1 });
    expect(light).toMatchObject({ content: [text, { type: 'resource_link', uri }, audio(small)], more: 1 });
    expect(await readFile(pathOf(large))).toEqual(large);
    await expect(readFile(pathOf(small))).rejects.toThrow('ENOENT');
  });

  it.each<[string, JsonObject]>([
    ['a blob', { content: [{ type: 'resource', resource: { uri: 'x', blob: large.toString('base64') } }] }],
    ['a text', { content: [{ type: 'text', text: `![it](data:audio/wav;base64,${large.toString('base64')})` }] }],
    ['JSON', { content: [{ type: 'text', text: JSON.stringify({ b64: large.toString('base64') }) }] }],
    ['structured content', { content: [], structuredContent: { b64: large.toString('base64') } }],
    ['a list of bytes', { content: [], structuredContent: { file: [...large] } }],
    ['an error', { content: [{ type: 'text', text: large.toString('base64') }], isError: true }],
  ])('holds its media no more when it came in %s', async (_, result) => {
    const light = JSON.stringify(await lighten(result));
    expect(light.length).toBeLessThan(1000);
    expect(light).toContain('/_seen/up-get_sound-');
  });

  it('has an empty list where a list of bytes was, for its schema may be checked', async () => {
    const light = await lighten({ content: [text], structuredContent: { file: [...large], more: [1, 2] } });
    expect(light).toMatchObject({
      content: [text, { type: 'resource_link' }],
      structuredContent: { file: [], more: [1, 2] },
    });
  });

  it('holds small media until there is too much of it in all', async () => {
    const many = Array.from({ length: 40 }, (_, at) => audio(sound(3000, at)));
    const content = (await lighten({ content: many }))?.['content'] as JsonObject[];
    const stayed = content.filter(({ type }) => type === 'audio');
    expect(stayed).toEqual(many.slice(0, 20));
    expect(content.slice(20).map(({ type }) => type)).toEqual(Array.from({ length: 20 }, () => 'resource_link'));
  });

  it('stays as it came when its media cannot be written, and the log says why', async () => {
    await writeFile(join(folder, 'poster'), 'a file in the way');
    expect(await lighten({ content: [audio(large)] })).toBeUndefined();
    expect(log.warn).toHaveBeenCalledWith(expect.objectContaining({ server: 'up' }), expect.any(String));
  });
});
