import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TakeView } from '../../api.js';
import { useTakes } from '../browser/use-takes.js';
import { credits, minuteOf } from '../format.js';
import { Thumb } from '../parts/media.js';
import { Empty } from '../parts/notes.js';
import { addressOf } from '../place.js';
import { columnsIn, windowOf } from '../window-of.js';
import { words } from '../words.js';

const CARD_PX = 190;
const ROW_PX = 236;
const GAP_PX = 12;

type Chosen = Readonly<Record<string, string>>;

const verdictWords = { approve: 'approved', refine: 'refine', reject: 'rejected', another: 'another' } as const;

/** The person's word on a take, or how it stands. */
export function Verdict({ take }: { readonly take: TakeView }) {
  if (take.feedback !== null) {
    return <span class={`tag tag-${take.feedback.verdict}`}>{verdictWords[take.feedback.verdict]}</span>;
  }
  return take.state === 'posted' ? null : <span class={`tag state-${take.state}`}>{take.state.replace('_', ' ')}</span>;
}

function Card(props: {
  readonly take: TakeView;
  readonly index: number;
  readonly total: number;
  readonly chosen: Chosen;
}) {
  const { take, chosen } = props;
  const isChosen = chosen['take'] === take.id;
  return (
    <div class="cell" role="listitem" aria-setsize={props.total} aria-posinset={props.index + 1}>
      <a
        class="card"
        href={addressOf('board', { ...chosen, take: take.id, against: undefined })}
        data-index={props.index}
        aria-current={isChosen ? 'true' : undefined}
        data-take={take.id}
      >
        <Thumb take={take} />
        <span class="card-line">
          <strong class="clip">{take.shot}</strong>
          <span class="number">{credits(take.paid || take.held)}</span>
        </span>
        <span class="card-prompt">{take.prompt || words.takePromptNone}</span>
        <span class="card-line">
          <span class="quiet">{minuteOf(take.at).slice(5)}</span>
          <Verdict take={take} />
        </span>
      </a>
    </div>
  );
}

/** Keeps track of how far a box is scrolled and how large it is. */
function useBox() {
  const element = useRef<HTMLDivElement>(null);
  const [box, setBox] = useState({ scrollPx: 0, viewPx: 800, widthPx: 1000 });
  useLayoutEffect(() => {
    const here = element.current;
    if (here === null) return undefined;
    const measure = (): void =>
      setBox({ scrollPx: here.scrollTop, viewPx: here.clientHeight, widthPx: here.clientWidth });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(here);
    here.addEventListener('scroll', measure, { passive: true });
    return () => {
      watcher.disconnect();
      here.removeEventListener('scroll', measure);
    };
  }, []);
  return { element, box };
}

const STEPS: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

/** Moves the focus from card to card with the arrows, and scrolls where the next one is not drawn yet. */
function walk(event: KeyboardEvent, columns: number, total: number): void {
  const step = STEPS[event.key];
  const grid = event.currentTarget;
  const from = event.target instanceof HTMLElement ? event.target.dataset['index'] : undefined;
  if (step === undefined || from === undefined || !(grid instanceof HTMLElement)) return;
  event.preventDefault();
  const to = Math.min(total - 1, Math.max(0, Number(from) + step(columns)));
  const topPx = Math.floor(to / columns) * ROW_PX;
  if (topPx < grid.scrollTop) grid.scrollTop = topPx;
  if (topPx + ROW_PX > grid.scrollTop + grid.clientHeight) grid.scrollTop = topPx + ROW_PX - grid.clientHeight;
  requestAnimationFrame(() => grid.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus({ preventScroll: true }));
}

const FILTERS = ['shot', 'phase', 'state', 'verdict', 'q'];

/** All takes that pass the filter as a grid of which only what is in sight is drawn. */
export function TakeGrid({ chosen, title }: { readonly chosen: Chosen; readonly title: string }) {
  const filter = new URLSearchParams(Object.entries(chosen).filter(([name]) => FILTERS.includes(name))).toString();
  const { takes, total, reach } = useTakes(filter);
  const { element, box } = useBox();
  const columns = columnsIn(box.widthPx, CARD_PX, GAP_PX);
  const count = total ?? 0;
  const seen = windowOf(box, { count: Math.ceil(count / columns), heightPx: ROW_PX });
  const end = Math.min(count, seen.end * columns);
  useEffect(() => {
    if (end > takes.length) reach(end);
  }, [end, takes.length, reach]);
  useEffect(() => {
    if (element.current !== null) element.current.scrollTop = 0;
  }, [filter, element]);
  const numbers = Array.from(
    { length: Math.max(0, end - seen.first * columns) },
    (_, index) => seen.first * columns + index,
  );
  return (
    <section class="takes" aria-label={title}>
      <h2>
        {title} <span class="quiet">{total === undefined ? '' : total.toLocaleString('en')}</span>
      </h2>
      {total === 0 && <Empty>{words.boardNoneFiltered}</Empty>}
      <div
        class="grid"
        ref={element}
        role="list"
        aria-label={title}
        tabIndex={-1}
        onKeyDown={(event) => walk(event, columns, count)}
      >
        <div class="grid-room" role="presentation" style={{ height: `${seen.heightPx}px` }}>
          <div
            class="grid-seen"
            role="presentation"
            style={{ transform: `translateY(${seen.topPx}px)`, gridTemplateColumns: `repeat(${columns}, 1fr)` }}
          >
            {numbers.map((index) => {
              const take = takes[index];
              if (take === undefined) return <div key={index} class="cell cell-empty" role="presentation" />;
              return <Card key={take.id} take={take} index={index} total={count} chosen={chosen} />;
            })}
          </div>
        </div>
      </div>
    </section>
  );
}
