import type { AskedView } from '../../api.js';
import type { Arrive } from '../browser/use-arrival.js';
import { useRemote } from '../browser/use-remote.js';
import { fill } from '../format.js';
import { words } from '../words.js';

const SAID: Readonly<Record<AskedView['state'], string>> = {
  pending: words.loading,
  approved: words.requestApproved,
  consumed: words.requestConsumed,
  denied: words.requestDenied,
  expired: words.requestExpired,
};

/** What became of the request that the address names, where it does not wait any more, or that there is none. */
export function AskedNote({ id, arrive }: { readonly id: string; readonly arrive: Arrive }) {
  const { value, trouble } = useRemote<AskedView>(`/api/approvals/${encodeURIComponent(id)}`, ['now']);
  if (value === undefined && trouble === undefined) return null;
  const said =
    value === undefined
      ? `${trouble?.message || words.noAnswer} ${trouble?.next ?? ''}`
      : fill(SAID[value.state], { title: value.title });
  return (
    <p class={value === undefined ? 'note note-warn' : 'note'} role="note" tabIndex={-1} ref={arrive}>
      {said}
    </p>
  );
}
