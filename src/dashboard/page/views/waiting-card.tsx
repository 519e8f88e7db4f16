import { useContext, useState } from 'preact/hooks';
import type { DecisionEntry, Now, WaitingView } from '../../api.js';
import type { Arrive } from '../browser/use-arrival.js';
import { useSending } from '../browser/use-sending.js';
import { credits, whenFrom } from '../format.js';
import { MayAct } from '../browser/act.js';
import { ExactRequest } from '../parts/exact-request.js';
import { TroubleNote } from '../parts/notes.js';
import { words } from '../words.js';

function Decide({ waiting, put }: { readonly waiting: WaitingView; readonly put: (now: Now) => void }) {
  const [note, setNote] = useState('');
  const [prompt, setPrompt] = useState<string>();
  const { busy, trouble, submit } = useSending(put);
  const editing = prompt !== undefined;
  const decide = (decision: DecisionEntry['decision']): void => {
    const entry: DecisionEntry = {
      decision,
      ...(note.trim() && { note: note.trim() }),
      ...(decision === 'edit' && editing && { prompt }),
    };
    void submit(`/api/approvals/${encodeURIComponent(waiting.id)}`, entry);
  };
  return (
    <div class="decide">
      {editing && (
        <label class="field">
          <span>{words.editPrompt}</span>
          <textarea rows={4} value={prompt} onInput={(event) => setPrompt(event.currentTarget.value)} />
          <small class="help">{words.editHelp}</small>
        </label>
      )}
      <label class="field">
        <span>{words.noteToAgent}</span>
        <textarea rows={1} maxLength={2000} value={note} onInput={(event) => setNote(event.currentTarget.value)} />
      </label>
      <div class="actions">
        {editing ? (
          <>
            <button type="button" class="primary" aria-disabled={busy} onClick={() => decide('edit')}>
              Send edit
            </button>
            <button type="button" onClick={() => setPrompt(undefined)}>
              Back
            </button>
          </>
        ) : (
          <>
            <button
              type="button"
              class="primary"
              aria-disabled={busy}
              title={words.approveHelp}
              onClick={() => decide('approve')}
            >
              Approve{waiting.credits === null ? '' : ` ${credits(waiting.credits)}`}
            </button>
            {waiting.mayEdit && (
              <button type="button" aria-disabled={busy} onClick={() => setPrompt(waiting.prompt ?? '')}>
                Edit
              </button>
            )}
            <button type="button" class="danger" aria-disabled={busy} onClick={() => decide('deny')}>
              Reject
            </button>
          </>
        )}
      </div>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

/**
 * One request that waits: what it is, what it costs, why it is asked, what would be cheaper, and the answer. The one that
 * the address names is marked, and `arrive` leads the person to it.
 */
export function WaitingCard(props: {
  readonly waiting: WaitingView;
  readonly put: (now: Now) => void;
  readonly arrive?: Arrive | undefined;
}) {
  const { waiting, put, arrive } = props;
  const mayAct = useContext(MayAct);
  const where = [waiting.shot, waiting.phase, waiting.model ?? waiting.tool, waiting.server].filter(
    (one) => one !== null,
  );
  return (
    <article
      class={arrive === undefined ? 'ask' : 'ask ask-named'}
      aria-label={waiting.title}
      aria-current={arrive === undefined ? undefined : 'true'}
      tabIndex={arrive === undefined ? undefined : -1}
      ref={arrive ?? null}
    >
      {arrive !== undefined && <p class="ask-mark">{words.requestNamed}</p>}
      <header class="ask-head">
        <div>
          <h3>{waiting.title}</h3>
          <p class="quiet">{where.join(' · ')}</p>
        </div>
        <p class="price">
          <strong>{credits(waiting.credits)}</strong> credits
        </p>
      </header>
      {waiting.credits === null && <p class="note note-warn">{words.priceUnknown}</p>}
      {waiting.prompt !== null && <p class="prompt">{waiting.prompt}</p>}
      {waiting.negativePrompt !== null && <p class="prompt quiet">Without: {waiting.negativePrompt}</p>}
      <h4>{words.whyAsked}</h4>
      <ul class="reasons">
        {waiting.reasons.map(({ code, words: said }) => (
          <li>
            {said} <code>{code}</code>
          </li>
        ))}
      </ul>
      {waiting.because !== null && (
        <figure class="quote">
          <figcaption>{words.because}</figcaption>
          <blockquote>{waiting.because}</blockquote>
        </figure>
      )}
      {waiting.cheaper.length > 0 && (
        <>
          <h4>{words.cheaper}</h4>
          <ul class="cheaper">
            {waiting.cheaper.map((way) => (
              <li>
                <span>{way.title}</span> <span class="number">{credits(way.credits)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <ExactRequest arguments={waiting.arguments} />
      {mayAct && <Decide waiting={waiting} put={put} />}
      <p class="quiet">
        Asked {whenFrom(Date.now(), waiting.at)}, expires {whenFrom(Date.now(), waiting.expiresAt)}
      </p>
    </article>
  );
}
