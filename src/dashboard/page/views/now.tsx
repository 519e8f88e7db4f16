import { useContext, useState } from 'preact/hooks';
import type { BudgetEntry, BudgetView, Now } from '../../api.js';
import type { Remote } from '../browser/use-remote.js';
import { useArrival } from '../browser/use-arrival.js';
import { useSending } from '../browser/use-sending.js';
import { credits, fill, whenFrom } from '../format.js';
import { MayAct } from '../browser/act.js';
import { Meter } from '../parts/meter.js';
import { Empty, Panel, Pending, TroubleNote } from '../parts/notes.js';
import { Thumb } from '../parts/media.js';
import { withCode } from '../parts/with-code.js';
import { addressOf, type Place } from '../place.js';
import { words } from '../words.js';
import { AskedNote } from './asked-note.js';
import { WaitingCard } from './waiting-card.js';

function Extend({ budget, put }: { readonly budget: BudgetView; readonly put: (now: Now) => void }) {
  const [limit, setLimit] = useState('');
  const { busy, trouble, submit } = useSending(put);
  const may = budget.mayExtendBy;
  if (may === 0) return <p class="quiet">{withCode(words.extendNone)}</p>;
  const extend = async (event: Event): Promise<void> => {
    event.preventDefault();
    const path = `/api/budgets/${encodeURIComponent(budget.account)}`;
    if (await submit(path, { limit: Number(limit) } satisfies BudgetEntry)) setLimit('');
  };
  return (
    <details class="extend">
      <summary>Extend</summary>
      <form onSubmit={(event) => void extend(event)}>
        {may !== null && <p class="help">{fill(words.extendHelp, { most: credits(may) })}</p>}
        <label class="field">
          <span>New limit in credits</span>
          <input
            type="number"
            min={budget.limit ?? 0}
            max={may === null || budget.limit === null ? undefined : budget.limit + may}
            step="any"
            required
            value={limit}
            onInput={(event) => setLimit(event.currentTarget.value)}
          />
        </label>
        <button type="submit" aria-disabled={busy}>
          Set limit
        </button>
        <TroubleNote trouble={trouble} />
      </form>
    </details>
  );
}

function Running({ now }: { readonly now: Now }) {
  if (now.running.length === 0) return <p class="help">{words.runningNone}</p>;
  return (
    <ul class="rows">
      {now.running.map((take) => (
        <li>
          <a class="run" href={addressOf('board', { take: take.id })}>
            <Thumb take={take} />
            <span class="run-words">
              <strong>{take.shot}</strong>
              <span class="clip">{take.prompt}</span>
            </span>
            <span class="number">{credits(take.held)} held</span>
            <span class="quiet">{whenFrom(Date.now(), take.at)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** What is spent, held and left, what waits for the person, and what runs. */
export function NowView({ remote, chosen }: { readonly remote: Remote<Now>; readonly chosen: Place['chosen'] }) {
  const mayAct = useContext(MayAct);
  const { value: now, trouble, put } = remote;
  const asked = chosen['request'] || undefined;
  const arrive = useArrival(asked);
  if (now === undefined) return <Pending trouble={trouble} />;
  return (
    <>
      <h1>{words.nowTitle}</h1>
      <TroubleNote trouble={trouble} />
      {now.notices.map(({ level, words: said }) => (
        <p class={level === 'warn' ? 'note note-warn' : 'note'}>{said}</p>
      ))}
      <div class="budgets">
        {now.budgets.map((budget) => (
          <article class="panel" key={budget.account} aria-label={budget.title}>
            <Meter budget={budget} />
            {mayAct && budget.limit !== null && <Extend budget={budget} put={put} />}
          </article>
        ))}
        {now.budgets.length === 0 && <Empty title={words.budgetsNoneTitle}>{words.budgetsNone}</Empty>}
      </div>
      <div class="split">
        <Panel title="Waiting for you" aside={<span class="count">{now.waiting.length}</span>} class="waiting">
          <div aria-live="polite" class="unseen">
            {now.waiting.length} waiting
          </div>
          {asked !== undefined && now.waiting.every(({ id }) => id !== asked) && (
            <AskedNote key={asked} id={asked} arrive={arrive} />
          )}
          {now.waiting.length === 0 && <Empty title={words.waitingNoneTitle}>{words.waitingNone}</Empty>}
          {now.waiting.map((one) => (
            <WaitingCard key={one.id} waiting={one} put={put} arrive={one.id === asked ? arrive : undefined} />
          ))}
        </Panel>
        <div class="stack">
          <Panel title="Running">
            <Running now={now} />
          </Panel>
          <Panel title="Sessions">
            <ul class="rows">
              {now.sessions.map(({ id, client, since }) => (
                <li class="session">
                  <strong>{client}</strong> <code>{id}</code> <span class="quiet">{whenFrom(Date.now(), since)}</span>
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      </div>
    </>
  );
}
