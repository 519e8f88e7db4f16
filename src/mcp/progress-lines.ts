import type { ShotProgress } from '../gate/progress.js';
import type { Texts } from '../gate/texts-port.js';

/** Shots told one by one; of a larger plan the rest is counted. */
const mostLines = 30;

/** What is done and what is next, a line a shot; what is finished takes one line together. */
export function progressLines(texts: Texts, progress: readonly ShotProgress[]): readonly string[] {
  const open = progress.filter(({ state }) => state !== 'done');
  const finished = progress.filter(({ state }) => state === 'done').map(({ shot }) => shot);
  const more = open.length - mostLines;
  return [
    ...(finished.length === 0 ? [] : [texts.say('answers/progress', 'finished', { shots: finished })]),
    ...open.slice(0, mostLines).map((each) => texts.say('answers/progress', each.state, { ...each })),
    ...(more > 0 ? [texts.say('answers/progress', 'more', { more })] : []),
  ];
}
