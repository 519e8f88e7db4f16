import type { Board, BoardShot } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { credits } from '../format.js';
import { Thumb } from '../parts/media.js';
import { Empty, Pending } from '../parts/notes.js';
import { addressOf } from '../place.js';
import { words } from '../words.js';
import { Compare } from './compare.js';
import { TakeGrid } from './take-grid.js';
import { TakePanel } from './take-panel.js';

type Chosen = Readonly<Record<string, string>>;

function ShotCard({ shot, chosen }: { readonly shot: BoardShot; readonly chosen: Chosen }) {
  const shown = shot.locked ?? shot.latest;
  const isChosen = chosen['shot'] === shot.shot;
  return (
    <a
      class="shot"
      href={addressOf('board', { shot: isChosen ? undefined : shot.shot })}
      aria-current={isChosen ? 'true' : undefined}
    >
      {shown ? <Thumb take={shown} /> : <span class="thumb thumb-none">{words.boardNoneTitle}</span>}
      <span class="shot-words">
        <strong>{shot.shot}</strong>
        {shot.locked !== null && <span class="tag tag-approve">locked</span>}
        <span class="quiet clip">{shot.purpose ?? shot.kind}</span>
        <span class="shot-figures quiet">
          {shot.takes} {shot.takes === 1 ? 'take' : 'takes'} · {credits(shot.paid)}
          {shot.planned !== null && ` of ${credits(shot.planned)}`}
        </span>
      </span>
    </a>
  );
}

/** Shots by the phase that they stand in, in the order of the phases. */
function Shots({ board, chosen }: { readonly board: Board; readonly chosen: Chosen }) {
  const phases = [...board.phases, ...board.shots.map(({ phase }) => phase ?? '')];
  const shown = [...new Set(phases)].map((phase) => ({
    phase,
    shots: board.shots.filter((shot) => (shot.phase ?? '') === phase),
  }));
  return (
    <div class="phases" role="group" aria-label="Shots by phase">
      {shown
        .filter(({ shots }) => shots.length > 0)
        .map(({ phase, shots }) => (
          <section class="phase" aria-label={phase || 'no phase'}>
            <h2>
              {phase || 'no phase'} <span class="quiet">{shots.length}</span>
            </h2>
            <div class="shots">
              {shots.map((shot) => (
                <ShotCard key={shot.shot} shot={shot} chosen={chosen} />
              ))}
            </div>
          </section>
        ))}
    </div>
  );
}

const VERDICTS = ['approve', 'refine', 'reject', 'another'] as const;
const STATES = ['posted', 'dispatched', 'in_doubt', 'released'] as const;

function Filters({ chosen, shots }: { readonly chosen: Chosen; readonly shots: readonly BoardShot[] }) {
  const choose = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) => {
    location.hash = addressOf('board', { ...chosen, [name]: event.currentTarget.value, take: undefined });
  };
  const select = (name: string, label: string, values: readonly string[]) => (
    <label>
      <span class="unseen">{label}</span>
      <select value={chosen[name] ?? ''} onChange={choose(name)}>
        <option value="">{label}: all</option>
        {values.map((value) => (
          <option value={value}>{value.replace('_', ' ')}</option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
      <label>
        <span class="unseen">Search in prompts</span>
        <input type="search" placeholder="Search in prompts" value={chosen['q'] ?? ''} onChange={choose('q')} />
      </label>
      {select(
        'shot',
        'Shot',
        shots.map(({ shot }) => shot),
      )}
      {select('verdict', 'Verdict', VERDICTS)}
      {select('state', 'State', STATES)}
    </form>
  );
}

/** Every shot by phase and, below, every take that passes the filter; one take opens at the side. */
export function BoardView({ chosen }: { readonly chosen: Chosen }) {
  const { value: board, trouble } = useRemote<Board>('/api/board', ['takes', 'workflow']);
  if (board === undefined) return <Pending trouble={trouble} />;
  const { take, against, ...filter } = chosen;
  const shot = board.shots.find((one) => one.shot === chosen['shot']);
  return (
    <>
      <h1>{words.boardTitle}</h1>
      {board.shots.length === 0 ? (
        <Empty title={words.boardNoneTitle}>{words.boardNone}</Empty>
      ) : (
        <div class={take === undefined ? 'board' : 'board board-open'}>
          <div class="board-main">
            <Shots board={board} chosen={chosen} />
            <Filters chosen={filter} shots={board.shots} />
            <TakeGrid chosen={chosen} title={shot?.shot ?? 'All takes'} />
          </div>
          {take !== undefined && <TakePanel key={take} id={take} chosen={chosen} />}
        </div>
      )}
      {take !== undefined && against !== undefined && against !== '' && (
        <Compare
          first={take}
          second={against}
          close={() => (location.hash = addressOf('board', { ...filter, take }))}
        />
      )}
    </>
  );
}
