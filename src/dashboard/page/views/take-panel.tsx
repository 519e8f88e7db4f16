import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { FeedbackEntry, TakeDetail, TakePage, TakeView, Verdict as Word } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { useSending } from '../browser/use-sending.js';
import { credits, minuteOf } from '../format.js';
import { MayAct } from '../browser/act.js';
import { Difference } from '../parts/difference.js';
import { ExactRequest } from '../parts/exact-request.js';
import { Media, Thumb, absenceWords } from '../parts/media.js';
import { Pending, TroubleNote } from '../parts/notes.js';
import { addressOf } from '../place.js';
import { words } from '../words.js';
import { Verdict } from './take-grid.js';
import { shortened } from '../../../model/shortened.js';

type Chosen = Readonly<Record<string, string>>;

/** A take's outputs at full size, or why there are none. */
export function Outputs({ take }: { readonly take: TakeView }) {
  if (take.assets.length === 0) return <p class="help media-none">{absenceWords(take)}</p>;
  return (
    <div class="outputs">
      {take.assets.map((asset) => (
        <Media key={asset.id} asset={asset} label={`${take.shot}: ${take.prompt}`} />
      ))}
    </div>
  );
}

function Feedback({ take, put }: { readonly take: TakeDetail; readonly put: (take: TakeDetail) => void }) {
  const [note, setNote] = useState('');
  const { busy, trouble, submit, refuse } = useSending(put);
  const say = async (verdict: Word): Promise<void> => {
    if (verdict === 'refine' && note.trim() === '') {
      refuse({ code: 'note', message: words.noteNeeded, next: '' });
      return;
    }
    const entry: FeedbackEntry = { verdict, ...(note.trim() && { note: note.trim() }) };
    if (await submit(`/api/takes/${encodeURIComponent(take.id)}/feedback`, entry)) setNote('');
  };
  return (
    <div class="decide">
      <label class="field">
        <span>{words.noteToAgent}</span>
        <textarea rows={2} maxLength={4000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <div class="actions">
        <button type="button" class="primary" aria-disabled={busy} onClick={() => void say('approve')}>
          {words.approveTake}
        </button>
        <button type="button" aria-disabled={busy} onClick={() => void say('refine')}>
          Refine
        </button>
        <button type="button" aria-disabled={busy} title={words.anotherHelp} onClick={() => void say('another')}>
          Another
        </button>
        <button type="button" class="danger" aria-disabled={busy} onClick={() => void say('reject')}>
          Reject
        </button>
      </div>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

function ComparePicker({ take, chosen }: { readonly take: TakeDetail; readonly chosen: Chosen }) {
  const others = useRemote<TakePage>(`/api/takes?shot=${encodeURIComponent(take.shot)}&limit=50`, ['takes']);
  const list = (others.value?.takes ?? []).filter(({ id }) => id !== take.id);
  if (list.length === 0) return null;
  return (
    <label class="field">
      <span>{words.compareHelp}</span>
      <select
        value={chosen['against'] ?? ''}
        onChange={(event) => (location.hash = addressOf('board', { ...chosen, against: event.currentTarget.value }))}
      >
        <option value="">Compare with …</option>
        {list.map(({ id, at, prompt }) => (
          <option value={id}>
            {minuteOf(at)} · {shortened(prompt, 60)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Lineage({ take, chosen }: { readonly take: TakeDetail; readonly chosen: Chosen }) {
  const { from, into } = take.lineage;
  const line = (label: string, takes: readonly TakeView[]) =>
    takes.length > 0 && (
      <>
        <h4>{label}</h4>
        <ul class="lineage">
          {takes.map((other) => (
            <li key={other.id}>
              <a href={addressOf('board', { ...chosen, take: other.id, against: undefined })}>
                <Thumb take={other} />
                <span>
                  {other.shot} · {other.phase}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </>
    );
  if (from.length + into.length === 0) return <p class="help">{words.lineageNone}</p>;
  return (
    <>
      {line('Made from', from)}
      {line('Used in', into)}
    </>
  );
}

function Facts({ take }: { readonly take: TakeDetail }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Paid', `${credits(take.paid)}${take.costSource === null ? '' : ` (${take.costSource})`}`],
    ['Held', credits(take.held)],
    ['Model', take.model ?? '·'],
    ['Tier', take.tier],
    ['Tool', `${take.server} / ${take.tool}`],
    ['Seed', take.seed === null ? '·' : String(take.seed)],
    ['Made', `${minuteOf(take.at)} UTC`],
    ['Outcome', take.outcome],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Body({
  take,
  put,
  chosen,
}: {
  readonly take: TakeDetail;
  readonly put: (take: TakeDetail) => void;
  readonly chosen: Chosen;
}) {
  const mayAct = useContext(MayAct);
  return (
    <>
      <Outputs take={take} />
      {take.feedback !== null && (
        <p class="note">
          <Verdict take={take} /> {take.feedback.note} <span class="quiet">({take.feedback.by})</span>
        </p>
      )}
      {mayAct && <Feedback take={take} put={put} />}
      <h3>Prompt</h3>
      <p class="prompt">{take.prompt || words.takePromptNone}</p>
      {take.negativePrompt !== '' && <p class="prompt quiet">Without: {take.negativePrompt}</p>}
      <h3>Against the take before</h3>
      {take.previous === null ? (
        <p class="help">{words.differenceFirst}</p>
      ) : (
        <>
          <Difference parts={take.previous.parts} />
          <p class="help">{take.previous.words || words.differenceNone}</p>
        </>
      )}
      {take.because !== null && (
        <figure class="quote">
          <figcaption>{words.because}</figcaption>
          <blockquote>{take.because}</blockquote>
        </figure>
      )}
      <ComparePicker take={take} chosen={chosen} />
      <h3>Cost and making</h3>
      <Facts take={take} />
      <ExactRequest arguments={take.arguments} />
      <h3>Lineage</h3>
      <Lineage take={take} chosen={chosen} />
    </>
  );
}

/** One take at the side of the board: what it is, how its prompt changed, what it cost, and the person's word on it. */
export function TakePanel({ id, chosen }: { readonly id: string; readonly chosen: Chosen }) {
  const { value: take, trouble, put } = useRemote<TakeDetail>(`/api/takes/${encodeURIComponent(id)}`, ['takes']);
  const close = addressOf('board', { ...chosen, take: undefined, against: undefined });
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]') !== null) return;
      location.hash = close;
      document.querySelector<HTMLElement>(`[data-take="${CSS.escape(id)}"]`)?.focus();
    };
    addEventListener('keydown', leave);
    return () => removeEventListener('keydown', leave);
  }, [id, close]);
  return (
    <aside
      ref={element}
      tabIndex={-1}
      class="take-panel panel"
      aria-label={take === undefined ? 'Take' : `Take of ${take.shot}`}
    >
      <header class="panel-head">
        <h2>{take === undefined ? 'Take' : `${take.shot} · ${take.phase}`}</h2>
        <a class="plain button" href={close} aria-label="Close take">
          ✕
        </a>
      </header>
      {take === undefined ? <Pending trouble={trouble} /> : <Body take={take} put={put} chosen={chosen} />}
    </aside>
  );
}
