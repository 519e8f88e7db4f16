import type { LiveEvent } from '../../api.js';
import { LIVE_EVENTS, readEvent } from '../read-event.js';

type Listener = () => void;

const GATHER_MS = 120;
const listeners = new Map<LiveEvent, Set<Listener>>();
const waiting = new Set<LiveEvent>();
const watchers = new Set<(connected: boolean) => void>();

function tell(event: LiveEvent): void {
  if (waiting.has(event)) return;
  waiting.add(event);
  setTimeout(() => {
    waiting.delete(event);
    for (const listener of listeners.get(event) ?? []) listener();
  }, GATHER_MS);
}

/** Begins to listen to the gate's news; a broken line is taken up again by the browser, and then everything is read again. Gives back how to stop. */
export function listenLive(): () => void {
  const source = new EventSource('/api/live');
  const hear = (message: Event): void => {
    const event = readEvent(message.type, message instanceof MessageEvent ? message.data : '');
    if (event !== undefined) tell(event);
  };
  for (const name of [...LIVE_EVENTS, 'message']) source.addEventListener(name, hear);
  let broken = false;
  source.addEventListener('open', () => {
    for (const watcher of watchers) watcher(true);
    if (broken) for (const event of LIVE_EVENTS) tell(event);
    broken = false;
  });
  source.addEventListener('error', () => {
    broken = true;
    for (const watcher of watchers) watcher(false);
  });
  return () => source.close();
}

/** Calls `listener` when one of `events` arrives; several at once count as one. Gives back how to stop. */
export function onLive(events: readonly LiveEvent[], listener: Listener): () => void {
  for (const event of events) listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
  return () => {
    for (const event of events) listeners.get(event)?.delete(listener);
  };
}

/** Calls `watcher` when the line to the gate breaks or stands again. Gives back how to stop. */
export function onConnection(watcher: (connected: boolean) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
