import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { readLog } from './write-ahead-log.mjs';

const CHILD = new URL('commit-floor-child.mjs', import.meta.url);
const PROBE_CALLS = 12;
const PROBES = 5;
/** Where the store keeps no log ahead its commits cannot be seen: hold, dispatch and settlement as they are elsewhere. */
const USUAL_PAGES = [9, 2, 8];

/**
 * How many commits a paid call makes, and how many pages each writes, seen in the log of the gateway's own store while
 * the gateway makes some calls.
 */
async function pagesOfACall(session) {
  const file = join(session.data, 'greenlight.db');
  for (let probe = 0; probe < PROBES; probe += 1) {
    const before = readLog(file);
    if (before === undefined) return { journal: 'delete', pages: USUAL_PAGES };
    for (let call = 0; call < PROBE_CALLS; call += 1) await session.callSmall();
    const after = readLog(file);
    if (after.salts !== before.salts) continue; // begun anew in between: what was counted is not all
    const commits = after.commits.slice(before.commits.length);
    const perCall = Math.round(commits.length / PROBE_CALLS);
    return { journal: 'wal', pages: typicalPages(commits, perCall) };
  }
  throw new Error('the log of the store was begun anew too often to be counted');
}

/** The middle number of pages of the first, second … commit of a call. */
function typicalPages(commits, perCall) {
  const ofCalls = commits.slice(-perCall * PROBE_CALLS);
  return Array.from({ length: perCall }, (_, place) => {
    const sizes = ofCalls.filter((_size, index) => index % perCall === place).sort((a, b) => a - b);
    return sizes[Math.floor(sizes.length / 2)];
  });
}

/** A process that makes the commits of paid calls and nothing else, in a file of its own beside the gateway's. */
export class CommitFloor {
  #child;
  #ended;

  constructor(child, journal, pages) {
    this.#child = child;
    this.#ended = once(child, 'exit').then(() => Promise.reject(new Error('the process that makes commits ended')));
    this.#ended.catch(() => undefined); // told to whoever waits for a message
    this.journal = journal;
    this.pages = pages;
  }

  /** Learns the commits of `session`, a gateway whose calls are paid, and starts. */
  static async start(session) {
    const { journal, pages } = await pagesOfACall(session);
    const child = fork(CHILD, [join(session.data, 'floor.db'), journal], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const floor = new CommitFloor(child, journal, pages);
    await floor.#message();
    return floor;
  }

  /** Milliseconds: `commits` has a list for the first commit of each call, one for the second …; `files` one for outputs. */
  async measure(calls) {
    this.#child.send({ calls, pages: this.pages });
    return this.#message();
  }

  /** Ends the process. */
  close() {
    this.#child.kill();
  }

  /** The next message of the process, which may also end instead. */
  async #message() {
    const [message] = await Promise.race([once(this.#child, 'message'), this.#ended]);
    return message;
  }
}
