import type { Asset } from './take.js';

/** What the address of a kept output begins with. */
export const assetScheme = 'greenlight://asset/';

/** How an argument names an output that was made before. */
export type AssetName =
  | {
      readonly kind: 'asset';
      /** The asset's id, or how it begins. */
      readonly id: string;
      /** Whether it can be nothing else; a bare run of digits may be a provider's own id. */
      readonly isSure: boolean;
    }
  | {
      readonly kind: 'take';
      readonly take: string;
      /** Which of its outputs, counted from 1. */
      readonly output: number;
    }
  /** An address of ours that leads to no output. */
  | { readonly kind: 'unknown' };

/** Characters of an id that stand in an address: enough to tell all outputs of a project apart. */
const shownDigits = 16;

/** The short address of an output, as an agent may give it to a tool. */
export function assetLink(id: string): string {
  return `${assetScheme}${id.slice(0, shownDigits)}`;
}

/** The address by which an input is recorded: it holds the whole id. */
export function recordedLink(id: string): string {
  return `${assetScheme}${id}`;
}

/** The whole id in an address that was recorded; undefined when a text is none. */
export function recordedId(text: string): string | undefined {
  return /^greenlight:\/\/asset\/([0-9a-f]{64})$/.exec(text)?.[1];
}

/**
 * Reads how a text names an output: by its id (or the first 12 digits and more), by its take (`t_…`, with `/2` for the
 * second output), or by either as an address. Undefined when it names none.
 */
export function readAssetName(text: string): AssetName | undefined {
  if (text.length > 200) return undefined;
  const asset = /^(greenlight:\/\/asset\/)?([0-9a-f]{12,64})$/.exec(text);
  if (asset?.[2] !== undefined) return { kind: 'asset', id: asset[2], isSure: asset[1] !== undefined };
  const take = /^(?:greenlight:\/\/take\/)?(t_[0-9a-z]+)(?:\/([1-9]\d{0,2}))?$/.exec(text);
  if (take?.[1] !== undefined) return { kind: 'take', take: take[1], output: Number(take[2] ?? 1) };
  return text.startsWith('greenlight://') ? { kind: 'unknown' } : undefined;
}

/** Whether an output is meant by the beginning of its id, or by the address that it was fetched from. */
export function isAsset({ id, source }: Asset, name: string): boolean {
  return id.startsWith(name) || source === name;
}
