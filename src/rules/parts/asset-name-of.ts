import { assetLink } from '../../model/asset-name.js';
import type { Context } from '../../model/context.js';
import type { Take } from '../../model/take.js';

/** How the next call names the first output of a take: by its id, or by its path where ids are not put in. */
export function nameOf({ assets: [asset] }: Take, { namesAssets }: Pick<Context, 'namesAssets'>): string | undefined {
  if (asset === undefined) return undefined;
  return namesAssets === true ? assetLink(asset.id) : asset.path;
}
