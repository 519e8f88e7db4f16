import type { CatalogEntry } from './catalog.js';

const LARGE_PIXELS = 1024 * 1024;
const LONG_CLIP_SECONDS = 5;
const SPEECH_BLOCK_CHARACTERS = 1000;

/** Credits for pictures: twice the list price above 1024 × 1024 pixels. */
export function imagePrice(entry: CatalogEntry, width: number, height: number, count: number): number {
  return entry.credits * count * (width * height > LARGE_PIXELS ? 2 : 1);
}

/** Credits for a clip: twice the list price above five seconds, half as much again with sound. */
export function clipPrice(entry: CatalogEntry, seconds: number, audio: boolean): number {
  const length = seconds > LONG_CLIP_SECONDS ? 2 : 1;
  return Math.ceil(entry.credits * length * (audio ? 1.5 : 1));
}

/** Credits for speech: the list price for every started block of 1,000 characters. */
export function speechPrice(entry: CatalogEntry, characters: number): number {
  return entry.credits * Math.max(1, Math.ceil(characters / SPEECH_BLOCK_CHARACTERS));
}
