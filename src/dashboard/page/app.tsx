import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Door, Now } from '../api.js';
import { keepToken, send } from './browser/client.js';
import { listenLive, onConnection } from './browser/live.js';
import { usePlace } from './browser/use-place.js';
import { useRemote } from './browser/use-remote.js';
import { useTheme } from './browser/use-theme.js';
import { MayAct } from './parts/act.js';
import { Pending } from './parts/notes.js';
import type { PageName } from './place.js';
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

function Shell({ door, setDoor }: { readonly door: Door; readonly setDoor: (door: Door) => void }) {
  const { page, chosen } = usePlace();
  const now = useRemote<Now>('/api/now', ['now', 'takes', 'money']);
  const [connected, setConnected] = useState(true);
  const [theme, nextTheme] = useTheme();
  usePageKeys();
  useEffect(() => {
    const stop = onConnection(setConnected);
    listenLive();
    return stop;
  }, []);
  useEffect(() => {
    document.title = `${TITLES[page]} · ${door.project} · Greenlight`;
  }, [page, door.project]);
  const signOut = useCallback(() => {
    void send<Door>('/api/door/out', {}).then((reply) => reply.ok && setDoor(reply.value));
  }, [setDoor]);
  const waiting = now.value?.waiting.length ?? 0;
  return (
    <MayAct.Provider value={door.state === 'open'}>
      <a
        class="skip"
        href="#content"
        onClick={(event) => (event.preventDefault(), document.getElementById('content')?.focus())}
      >
        Skip to content
      </a>
      <aside class="side">
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
                <span class="count" aria-label={`${waiting} waiting`}>
                  {waiting}
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
            <button type="button" class="plain" onClick={signOut}>
              Sign out
            </button>
          )}
          <p class="quiet">{words.keysHelp}</p>
          <p class="quiet">Version {door.version}</p>
        </div>
      </aside>
      <main id="content" tabIndex={-1}>
        <div role="status">{!connected && <p class="note note-warn">{words.lineBroken}</p>}</div>
        {door.state === 'reading' && <p class="note">{words.reading}</p>}
        {door.passwordLate && <p class="note note-warn">{words.passwordLate}</p>}
        {now.value !== undefined && now.value.mode !== 'enforce' && (
          <p class="note note-warn">{now.value.mode === 'shadow' ? words.modeShadow : words.modeOff}</p>
        )}
        {page === 'now' && <NowView remote={now} />}
        {page === 'board' && <BoardView chosen={chosen} />}
        {page === 'money' && <MoneyView />}
        {page === 'workflow' && <WorkflowView chosen={chosen} />}
        {page === 'rules' && <RulesView />}
        {page === 'servers' && <ServersView />}
      </main>
    </MayAct.Provider>
  );
}

/** The dashboard: the door first, everything else behind it. */
export function App() {
  const { value, trouble, put } = useRemote<Door>('/api/door', []);
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
