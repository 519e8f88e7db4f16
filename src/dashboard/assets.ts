import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import type { Asset } from '../model/take.js';
import type { DashboardDesk } from './desk.js';
import { refuse } from './trouble.js';

/** What a page may show; everything else is handed out as a file, for it could hold scripts. */
const shown = /^(image\/(png|apng|jpeg|gif|webp|avif)|video\/(mp4|webm|quicktime)|audio\/[\w.+-]{1,40})$/;

/** An id is the digest of the content: no part of it can be a path. */
const idForm = /^[0-9a-f]{64}$/;

/** The outputs that were kept, by the digest of their content, and small pictures of them. */
export function assetRoutes({ ports }: DashboardDesk): Hono {
  const { store, project, texts } = ports;
  const find = async (context: Context): Promise<Asset | undefined> => {
    const id = context.req.param('id') ?? '';
    if (!idForm.test(id)) return undefined;
    const [take] = await store.takes({ project, asset: id, limit: 1 });
    return take?.assets.find((asset) => asset.id === id);
  };
  const gone = (context: Context): Response => refuse(context, texts, { problem: 'no-such-asset', facts: {} });
  const routes = new Hono();
  routes
    .get('/:id', async (context) => {
      const asset = await find(context);
      return asset === undefined ? gone(context) : ((await fileOf(context, asset)) ?? gone(context));
    })
    .get('/:id/preview', async (context) => {
      const asset = await find(context);
      const picture = asset === undefined ? undefined : await ports.preview(asset);
      if (picture === undefined) return gone(context);
      return context.body(new Uint8Array(picture), 200, { ...kept, 'content-type': 'image/png' });
    });
  return routes;
}

/** Content never changes under its digest; it is the person's, so no cache on the way keeps it. */
const kept = {
  'cache-control': 'private, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; sandbox",
} as const;

async function fileOf(context: Context, { path, mimeType, id }: Asset): Promise<Response | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  const isShown = shown.test(mimeType);
  const headers: Record<string, string> = {
    ...kept,
    'accept-ranges': 'bytes',
    'content-type': isShown ? mimeType : 'application/octet-stream',
    'content-disposition': isShown ? 'inline' : `attachment; filename="${id.slice(0, 12)}"`,
  };
  const wanted = context.req.header('range');
  const range = wanted === undefined ? undefined : rangeOf(wanted, found.size);
  if (range === 'unmeetable') {
    return context.body(null, 416, { ...headers, 'content-range': `bytes */${String(found.size)}` });
  }
  const { start, end } = range ?? { start: 0, end: found.size - 1 };
  headers['content-length'] = String(Math.max(0, end - start + 1));
  if (found.size === 0) return context.body(null, 200, headers);
  const stream = Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream;
  if (range === undefined) return context.body(stream, 200, headers);
  const contentRange = `bytes ${String(start)}-${String(end)}/${String(found.size)}`;
  return context.body(stream, 206, { ...headers, 'content-range': contentRange });
}

/** The one range that is asked for; undefined where it is not of the one form that players send. */
function rangeOf(header: string, size: number): { start: number; end: number } | 'unmeetable' | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header) ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start > end ? 'unmeetable' : { start, end };
}
