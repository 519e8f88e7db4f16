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

/** The next message of a process that may also end instead. */
async function messageOf(child) {
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('the process that makes commits ended')));
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message;
}

/** A process that makes the commits of paid calls and nothing else, in a file of its own beside the gateway's. */
export class CommitFloor {
  #child;

  constructor(child, journal, pages) {
    this.#child = child;
    this.journal = journal;
    this.pages = pages;
  }

  /** Learns the commits of `session`, a gateway whose calls are paid, and starts. */
  static async start(session) {
    const { journal, pages } = await pagesOfACall(session);
    const child = fork(CHILD, [join(session.data, 'floor.db'), journal], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await messageOf(child);
    return new CommitFloor(child, journal, pages);
  }

  /** The milliseconds of each commit of `calls` calls: a list for the first commit of each call, one for the second … */
  async measure(calls) {
    this.#child.send({ calls, pages: this.pages });
    const { commits } = await messageOf(this.#child);
    return commits;
  }

  /** Ends the process. */
  close() {
    this.#child.kill();
  }
}
