import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Take } from '../../src/model/take.js';
import { fetchOutputs } from '../../src/upstreams/fetch-outputs.js';
import { takeOf } from '../fixtures/takes.js';

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><rect width="9" height="9" fill="red"/></svg>';
const png = new Resvg(svg).render().asPng();
const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const signature = 'x'.repeat(300);
let folder = '';
let home = '';
let gone = false;
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    if (gone || request.url?.startsWith('/gone') === true) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'image/png' }).end(png);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-fetch-'));
  gone = false;
  log.warn.mockClear();
  return () => rmSync(folder, { recursive: true, force: true });
});
afterAll(() => void server.close());

const limits = { maxBytes: 1e6, timeoutMs: 5000, silenceMs: 1000, attempts: 1, backOffMs: 1 };
const run = (content: unknown[], take: Take = takeOf(), allowHosts = ['127.0.0.1']) =>
  fetchOutputs({ folder, inlineBytes: 100_000, limits: { ...limits, allowHosts }, log })(take, { content });
const text = (said: string): object => ({ type: 'text', text: said });

describe('outputs that an answer names by address', () => {
  it('go to files of their take; the answer leads to them and shows pictures small', async () => {
    const url = `${home}/a.png`;
    const fetched = await run([text(`made ${url}`)]);
    const [asset] = fetched?.assets ?? [];
    expect(asset).toMatchObject({ mimeType: 'image/png', bytes: png.length, source: url });
    expect(readFileSync(asset?.path ?? '').equals(png)).toBe(true);
    expect(statSync(asset?.path ?? '').mode & 0o077).toBe(0);
    expect(fetched).toMatchObject({
      missing: [],
      result: {
        content: [
          text(`made ${url}`),
          { type: 'image', mimeType: 'image/png' },
          { type: 'resource_link', uri: pathToFileURL(asset?.path ?? '').href },
        ],
      },
    });
  });

  it('take the place of a link, and of a long signed address everywhere', async () => {
    const signed = `${home}/b.png?signature=${signature}`;
    const link = { type: 'resource_link', uri: `${home}/a.png`, name: 'a' };
    const structuredContent = { image: { url: signed } };
    const made = await fetchOutputs({ folder, inlineBytes: 10, limits: { ...limits, allowHosts: ['127.0.0.1'] }, log })(
      takeOf(),
      { content: [link, text(`see ${signed}`)], structuredContent },
    );
    const said = JSON.stringify(made?.result);
    expect(said).not.toContain(signature);
    expect(said).not.toContain(`${home}/a.png`);
    expect(made?.assets.map(({ source }) => source)).toEqual([`${home}/a.png`, signed]);
  });

  it('are not fetched twice: what the take has is left alone', async () => {
    const first = await run([text(`${home}/a.png`)]);
    const take = takeOf({ assets: first?.assets ?? [] });
    expect(await run([text(`${home}/a.png`)], take)).toBeUndefined();
    const more = await run([text(`${home}/a.png ${home}/b.png`)], take);
    expect(more?.assets).toHaveLength(2);
  });

  it('whose files are gone are fetched again, and keep their place', async () => {
    const first = await run([text(`${home}/a.png`)]);
    const take = takeOf({ assets: first?.assets ?? [] });
    const path = take.assets[0]?.path ?? '';
    rmSync(path);
    const again = await run([text('made')], take);
    expect(again?.assets).toEqual(take.assets);
    expect(again?.missing).toEqual([]);
    expect(readFileSync(path).equals(png)).toBe(true);
    rmSync(path);
    gone = true;
    expect(await run([text('made')], take)).toMatchObject({ assets: take.assets, missing: [{ why: 'status: 404' }] });
  });

  it('that cannot be fetched are told without their address, and leave nothing', async () => {
    const url = `${home}/gone.png?signature=${signature}`;
    const fetched = await run([text(url)]);
    expect(fetched).toMatchObject({ assets: [], missing: [{ host: new URL(home).host, why: 'status: 404' }] });
    expect(JSON.stringify(log.warn.mock.calls)).not.toContain(signature);
    expect(readdirSync(join(folder, 'poster', 'fox'))).toEqual([]);
  });

  it('are never fetched from a private address that nobody allowed', async () => {
    const fetched = await run([text(`${home}/a.png`)], takeOf(), []);
    expect(fetched?.missing).toMatchObject([{ why: 'address: a private or reserved address' }]);
  });

  it('are none where the answer holds everything itself', async () => {
    expect(await run([text('made')])).toBeUndefined();
  });
});
