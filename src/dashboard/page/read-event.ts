import type { LiveEvent } from '../api.js';

/** Every kind of news that the gate sends. */
export const LIVE_EVENTS: readonly LiveEvent[] = ['now', 'takes', 'money', 'rules', 'servers', 'workflow', 'beat'];

/** The kind of news in an event's name or in its data; undefined for anything else. */
export function readEvent(name: string, data: unknown): LiveEvent | undefined {
  const text = typeof data === 'string' ? data.replace(/^"|"$/g, '') : '';
  return LIVE_EVENTS.find((event) => event === name) ?? LIVE_EVENTS.find((event) => event === text);
}
