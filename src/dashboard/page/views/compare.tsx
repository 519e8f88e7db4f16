import type { TakeDetail } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { credits, minuteOf } from '../format.js';
import { Dialog } from '../parts/dialog.js';
import { Difference } from '../parts/difference.js';
import { Pending } from '../parts/notes.js';
import { words } from '../words.js';
import { Verdict } from './take-grid.js';
import { Outputs } from './take-panel.js';

function Side({ id, against }: { readonly id: string; readonly against: string }) {
  const { value: take, trouble } = useRemote<TakeDetail>(`/api/takes/${encodeURIComponent(id)}`, ['takes']);
  if (take === undefined) return <Pending trouble={trouble} />;
  const previous = take.previous?.take === against ? take.previous : null;
  return (
    <article class="side-by-side" aria-label={`Take of ${minuteOf(take.at)}`}>
      <Outputs take={take} />
      <p class="card-line">
        <span>
          {take.model} · {take.tier} · {minuteOf(take.at)}
        </span>
        <Verdict take={take} />
        <strong class="number">{credits(take.paid)}</strong>
      </p>
      {previous === null ? (
        <p class="prompt">{take.prompt}</p>
      ) : (
        <Difference parts={previous.parts} class="prompt difference" />
      )}
      {previous !== null && <p class="help">{previous.words}</p>}
    </article>
  );
}

/** Two takes side by side; where one follows the other, its prompt shows the difference. */
export function Compare(props: { readonly first: string; readonly second: string; readonly close: () => void }) {
  return (
    <Dialog title={words.compareTitle} close={props.close} wide>
      <div class="compare">
        <Side id={props.second} against={props.first} />
        <Side id={props.first} against={props.second} />
      </div>
    </Dialog>
  );
}
