import type { CallToolResult, ContentBlock } from '@modelcontextprotocol/server';
import { basename } from 'node:path';
import type { Asset, Product } from './media.js';
import type { Studio } from './studio.js';

/** What a call cost, as told in the answer's `_meta`. */
export interface Billing {
  /** Credits charged; 0 when not billed. */
  credits: number;
  billed: boolean;
  model: string;
}

/** Name of the billing entry in `_meta`. */
const BILLING_KEY = 'studio/billing';
/** Name of the list of things made in `_meta`. */
const ASSETS_KEY = 'studio/assets';

function mediaBlock(product: Product, asset: Asset): ContentBlock {
  const data = Buffer.from(product.bytes).toString('base64');
  if (product.mimeType === 'image/png') return { type: 'image', data, mimeType: product.mimeType };
  if (product.mimeType === 'audio/wav') return { type: 'audio', data, mimeType: product.mimeType };
  // Many clients refuse image blocks of rarer types, so an animation travels as a resource.
  const uri = `studio://${asset.id}`;
  return { type: 'resource', resource: { uri, mimeType: product.mimeType, blob: data } };
}

function addressBlock(handOut: string, { file, mimeType }: Asset): ContentBlock {
  const name = basename(file);
  return { type: 'resource_link', uri: new URL(name, handOut).href, name, mimeType };
}

/** Keeps what was made and builds the answer: one text, then the media, or their addresses where they are handed out. */
export function mediaResult(
  { shelf, options: { handOut } }: Pick<Studio, 'shelf' | 'options'>,
  headline: string,
  products: readonly Product[],
): CallToolResult {
  const assets = products.map((product) => shelf.keep(product));
  const lines = assets.map((asset) => `${asset.id} (${asset.summary}): ${asset.file}`);
  const blocks = products.flatMap((product, index) => {
    const asset = assets[index];
    if (asset === undefined) return [];
    return [handOut === undefined ? mediaBlock(product, asset) : addressBlock(handOut, asset)];
  });
  return {
    content: [{ type: 'text', text: [headline, ...lines].join('\n') }, ...blocks],
    _meta: { [ASSETS_KEY]: assets },
  };
}

/** An answer that only says something. */
export function textResult(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] };
}

/** An answer that reports a failure. */
export function errorResult(text: string): CallToolResult {
  return { ...textResult(text), isError: true };
}

/** The same answer with what the call cost. */
export function withBilling(result: CallToolResult, billing: Billing): CallToolResult {
  return { ...result, _meta: { ...result._meta, [BILLING_KEY]: { ...billing } } };
}
