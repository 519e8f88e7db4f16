import type { AssetView, TakeView } from '../../api.js';
import { words } from '../words.js';

const kindOf = ({ mimeType }: AssetView): string => mimeType.split('/')[0] ?? '';

/** What stands in a picture's place while there is none. */
export function absenceWords({ state }: Pick<TakeView, 'state'>): string {
  if (state === 'released') return words.releasedOutput;
  if (state === 'in_doubt') return words.doubtOutput;
  return state === 'posted' ? words.noPreview : words.dispatchedOutput;
}

/** A take's small picture, with its sort of medium in words; alone it says nothing to a reader that its card does not. */
export function Thumb({ take }: { readonly take: TakeView }) {
  const [asset] = take.assets;
  if (asset === undefined) return <span class={`thumb thumb-none state-${take.state}`}>{absenceWords(take)}</span>;
  const kind = kindOf(asset);
  if (kind === 'audio') {
    return (
      <span class="thumb thumb-sound" aria-hidden="true">
        ♪
      </span>
    );
  }
  return (
    <span class="thumb">
      <img src={`/assets/${encodeURIComponent(asset.id)}/preview`} alt="" loading="lazy" decoding="async" />
      {kind === 'video' && <span class="thumb-mark">▶ video</span>}
      {take.assets.length > 1 && <span class="thumb-count">{take.assets.length}</span>}
    </span>
  );
}

/** An output at full size: picture, video or sound by the browser's own means. */
export function Media({ asset, label }: { readonly asset: AssetView; readonly label: string }) {
  const source = `/assets/${encodeURIComponent(asset.id)}`;
  const kind = kindOf(asset);
  if (kind === 'video') {
    return <video class="media" src={source} poster={`${source}/preview`} controls preload="none" aria-label={label} />;
  }
  if (kind === 'audio') return <audio class="media-sound" src={source} controls preload="none" aria-label={label} />;
  if (kind !== 'image') return <a href={source}>{asset.mimeType}</a>;
  return <img class="media" src={source} alt={label} />;
}
