import { lightWords, openers, placePrepositions } from './words/grammar.js';
import { framed, rooms, settings, times } from './words/phrasing.js';

const PLACED = new Set(['in', 'on', 'at', 'during', 'inside']);
const LONGEST_SETTING = 5;

interface Setting {
  readonly from: number;
  readonly to: number;
  readonly isTime: boolean;
}

/** The setting that begins at a place, "in a dark forest", "at sunset". */
function settingAt(words: readonly string[], from: number): Setting | undefined {
  if (from === 0 || !PLACED.has(words[from] ?? '')) return undefined;
  const after = words.slice(from + 1, from + LONGEST_SETTING);
  const head = after.findIndex((word) => settings.has(word) || times.has(word));
  if (head < 0 || after.slice(0, head).some((word) => lightWords.has(word) && !openers.has(word))) return undefined;
  const next = words[from + head + 2];
  const isWhole = next === undefined || lightWords.has(next) || placePrepositions.has(next) || /ing$/u.test(next);
  return isWhole ? { from, to: from + head + 2, isTime: times.has(after[head] ?? '') } : undefined;
}

/**
 * A statement with the place and the time of it all at its end: "a child at sunset on a beach". Only where one place and
 * one time are named, and nothing that could be in another: two people may be in two places.
 */
export function withSettingLast(words: readonly string[]): readonly string[] {
  if (words.some((word) => framed.has(word))) return words;
  const found = words.map((_, at) => settingAt(words, at)).filter((setting) => setting !== undefined);
  const places = found.filter(({ isTime }) => !isTime);
  const hours = found.filter(({ isTime }) => isTime);
  if (found.length === 0 || places.length > 1 || hours.length > 1) return words;
  const moved = [...places, ...hours];
  const rest = words.filter((_, at) => !moved.some(({ from, to }) => at >= from && at < to));
  return [...rest, ...moved.flatMap(({ from, to }) => words.slice(from, to))];
}

/** "a kitchen with a stove" as "a stove in a kitchen". */
export function withRoom(words: readonly string[]): readonly string[] {
  const at = words.indexOf('with');
  const room = words.slice(0, at);
  const inside = words.slice(at + 1);
  const isRoom = at <= 3 && openers.has(room[0] ?? '') && rooms.has(room.at(-1) ?? '') && openers.has(inside[0] ?? '');
  if (!isRoom || inside.some((word) => lightWords.has(word))) return words;
  return [...inside, 'in', ...room];
}
