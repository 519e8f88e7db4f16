import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Door, Now } from '../api.js';
import { keepToken, onShutOut, read, send } from './browser/client.js';
import { listenLive, onConnection } from './browser/live.js';
import { usePlace } from './browser/use-place.js';
import type { Remote } from './browser/use-remote.js';
import { useRemote } from './browser/use-remote.js';
import { useTheme } from './browser/use-theme.js';
import { MayAct } from './browser/act.js';
import { Pending } from './parts/notes.js';
import { withCode } from './parts/with-code.js';
import type { PageName, Place } from './place.js';
import { PAGES, addressOf } from './place.js';
import { BoardView } from './views/board.js';
import { DoorView } from './views/door.js';
import { MoneyView } from './views/money.js';
import { NowView } from './views/now.js';
import { RulesView } from './views/rules.js';
import { ServersView } from './views/servers.js';
import { WorkflowView } from './views/workflow.js';
import { words } from './words.js';

const TITLES: Readonly<Record<PageName, string>> = {
  now: 'Now',
  board: 'Board',
  money: 'Money',
  workflow: 'Workflow',
  rules: 'Rules',
  servers: 'Servers',
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Opens a page by its number while nobody types. */
function usePageKeys(): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const page = PAGES[Number(event.key) - 1];
      if (page === undefined || isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
      location.hash = addressOf(page);
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}

function Side(props: {
  readonly door: Door;
  readonly page: PageName;
  readonly waiting: number;
  readonly connected: boolean;
  readonly signOut: () => void;
}) {
  const { door, page, waiting, connected } = props;
  const [theme, nextTheme] = useTheme();
  return (
    <aside class="side" aria-label="Greenlight">
      <p class="brand">
        <span class={`light ${connected ? '' : 'light-off'}`} aria-hidden="true" /> Greenlight
      </p>
      <p class="project" title={door.project}>
        {door.project}
      </p>
      <nav aria-label="Pages">
        {PAGES.map((name, index) => (
          <a
            href={addressOf(name)}
            aria-current={name === page ? 'page' : undefined}
            aria-keyshortcuts={String(index + 1)}
          >
            {TITLES[name]}
            {name === 'now' && waiting > 0 && (
              <span class="count">
                {waiting}
                <span class="unseen"> waiting</span>
              </span>
            )}
          </a>
        ))}
      </nav>
      <div class="side-foot">
        <button type="button" class="plain" onClick={nextTheme}>
          Look: {theme}
        </button>
        {door.state === 'open' && (
          <button type="button" class="plain" onClick={props.signOut}>
            Sign out
          </button>
        )}
        <p class="quiet">{words.keysHelp}</p>
        <p class="quiet">Version {door.version}</p>
      </div>
    </aside>
  );
}

/** What a person should know on every page. */
function Notices({
  door,
  mode,
  connected,
}: {
  readonly door: Door;
  readonly mode: Now['mode'];
  readonly connected: boolean;
}) {
  return (
    <>
      <div role="status">{!connected && <p class="note note-warn">{words.lineBroken}</p>}</div>
      {door.state === 'reading' && <p class="note">{words.reading}</p>}
      {door.passwordLate && <p class="note note-warn">{withCode(words.passwordLate)}</p>}
      {mode !== 'enforce' && <p class="note note-warn">{mode === 'shadow' ? words.modeShadow : words.modeOff}</p>}
    </>
  );
}

function Page({ place, now }: { readonly place: Place; readonly now: Remote<Now> }) {
  switch (place.page) {
    case 'now':
      return <NowView remote={now} chosen={place.chosen} />;
    case 'board':
      return <BoardView chosen={place.chosen} />;
    case 'money':
      return <MoneyView />;
    case 'workflow':
      return <WorkflowView chosen={place.chosen} />;
    case 'rules':
      return <RulesView />;
    case 'servers':
      return <ServersView />;
  }
}

function Shell({ door, setDoor }: { readonly door: Door; readonly setDoor: (door: Door) => void }) {
  const place = usePlace();
  const now = useRemote<Now>('/api/now', ['now', 'takes', 'money']);
  const [connected, setConnected] = useState(true);
  usePageKeys();
  useEffect(() => {
    const stop = onConnection(setConnected);
    const hangUp = listenLive();
    return () => {
      stop();
      hangUp();
    };
  }, []);
  useEffect(() => {
    document.title = `${TITLES[place.page]} · ${door.project} · Greenlight`;
  }, [place.page, door.project]);
  const signOut = useCallback(() => {
    void send<Door>('/api/door/out', {}).then((reply) => reply.ok && setDoor(reply.value));
  }, [setDoor]);
  const skip = (event: Event): void => {
    event.preventDefault();
    document.getElementById('content')?.focus();
  };
  return (
    <MayAct.Provider value={door.state === 'open'}>
      <a class="skip" href="#content" onClick={skip}>
        Skip to content
      </a>
      <Side
        door={door}
        page={place.page}
        waiting={now.value?.waiting.length ?? 0}
        connected={connected}
        signOut={signOut}
      />
      <main id="content" tabIndex={-1}>
        <Notices door={door} mode={now.value?.mode ?? 'enforce'} connected={connected} />
        <Page place={place} now={now} />
      </main>
    </MayAct.Provider>
  );
}

/** The dashboard: the door first, everything else behind it. */
export function App() {
  const { value, trouble, put } = useRemote<Door>('/api/door', []);
  useEffect(() => onShutOut(() => void read<Door>('/api/door').then((reply) => reply.ok && put(reply.value))), [put]);
  if (value !== undefined) keepToken(value);
  if (value === undefined) {
    return (
      <main class="door">
        <Pending trouble={trouble} />
      </main>
    );
  }
  const isIn = value.state === 'open' || value.state === 'reading';
  return isIn ? <Shell door={value} setDoor={put} /> : <DoorView door={value} setDoor={put} />;
}
