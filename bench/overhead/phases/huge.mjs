import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { Session } from '../lib/session.mjs';

/** Characters of base64; the names are those of the report. */
export const HUGE = { '12 MB': 12_000_000, '40 MB': 40_000_000 };
/** An answer that is not there after so long is lost: one of this size takes a tenth of it, even on a busy machine. */
const LOST_MS = 10_000;

function sizeOfFile(uri) {
  try {
    return statSync(fileURLToPath(uri)).size;
  } catch {
    return 0;
  }
}

/** How an answer of `characters` arrived: inline, as a link to a file that holds all of it, or not. */
function arrivalOf({ content }, characters) {
  if (content.some(({ type, data }) => type === 'image' && data.length >= characters)) return 'inline';
  const bytes = (characters / 4) * 3;
  return content.some(({ type, uri }) => type === 'resource_link' && sizeOfFile(uri) === bytes) ? 'link' : 'lost';
}

/** Makes one call in a fresh process, with a client that has no limit of its own. */
async function arrival(target, characters) {
  const session = await Session.open(target, 'raw');
  try {
    const answered = session.callLarge(characters).then(
      ({ result, ms }) => ({ how: arrivalOf(result, characters), ms }),
      () => ({ how: 'lost' }),
    );
    return await Promise.race([answered, delay(LOST_MS, { how: 'lost' }, { ref: false })]);
  } finally {
    await session.close();
  }
}

/** Answers of 12 and 40 MB: whether they arrive. Both sizes of a target at once: nothing is timed against another. */
export async function measureHuge(targets, results) {
  for (const target of targets) {
    const arrived = Object.entries(HUGE).map(async ([name, characters]) => {
      results.of(target).huge[name] = await arrival(target, characters);
    });
    await Promise.all(arrived);
  }
}
