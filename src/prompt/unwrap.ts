import { closings, openings } from './words/wrappers.js';

const MAX_ROUNDS = 8;
const TAIL = 60;

function unwrapOnce(text: string): string {
  for (const opening of openings) {
    const rest = text.replace(opening, '');
    if (rest !== text && rest !== '') return rest;
  }
  // A pattern that ends the text is only tried on its last characters, so that it costs the same for any length.
  const cut = Math.max(0, text.length - TAIL);
  const tail = text.slice(cut);
  for (const closing of closings) {
    const rest = text.slice(0, cut) + tail.replace(closing, '');
    if (rest !== text && rest !== '') return rest;
  }
  return text;
}

/** Takes politeness and requests off a prompt ("please generate an image of …, thanks"); never leaves nothing. */
export function unwrap(text: string): string {
  let current = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = unwrapOnce(current).trim();
    if (next === current || next === '') return current;
    current = next;
  }
  return current;
}
