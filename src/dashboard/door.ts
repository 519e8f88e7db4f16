import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FlowProblem } from '../gate/flow/desk.js';
import type { Store } from '../gate/store-port.js';
import type { PersonPort } from './ports.js';

/** A signed-in page is forgotten after this long without a request, and after this long in any case. */
const idleMs = 60 * 60_000;
const wholeMs = 12 * 60 * 60_000;

/** Pages that are signed in at once; the oldest is forgotten for another. */
const mostSessions = 50;

/** Wrong passwords that are free; each one more doubles the wait, from half a minute to a quarter of an hour. */
const freeTries = 4;
const firstWaitMs = 30_000;
const longestWaitMs = 15 * 60_000;

const triesSetting = 'dashboard-tries';

/** How far a request may go; `tokenless`: it holds the cookie of a signed-in page and not its token, so it only reads. */
export type Reach = 'none' | 'reading' | 'tokenless' | 'acting';

/** What a page gets when it signs in: the cookie's value, and the token that no other port of this machine sees. */
export interface Keys {
  readonly cookie: string;
  readonly token: string;
}

interface Session {
  readonly cookie: Buffer;
  /** Absent in a session that only reads. */
  readonly token?: Buffer | undefined;
  readonly since: number;
  seenAt: number;
}

interface Tries {
  readonly failed: number;
  readonly lockedUntil: number;
}

/**
 * Who is let in. Keys are kept as digests in the memory of this process only, so that neither the store nor a dump of its
 * files lets anybody in; wrong passwords are counted in the store, so that starting anew does not forget them.
 */
export class Door {
  private sessions: Session[] = [];
  /** One password is tried at a time: many at once would all be tried before the first is counted. */
  private trying: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: Pick<Store, 'setting' | 'saveSetting'>,
    private readonly person: PersonPort,
    private readonly clock: () => number,
  ) {}

  /** How far a request with these keys may go. Its session counts as seen. */
  reach(cookie: string | undefined, token: string | undefined): Reach {
    const now = this.clock();
    this.sessions = this.sessions.filter(({ since, seenAt }) => now - seenAt < idleMs && now - since < wholeMs);
    const session = cookie === undefined ? undefined : this.find(cookie);
    if (session === undefined) return 'none';
    session.seenAt = now;
    if (session.token === undefined) return 'reading';
    return token !== undefined && isSame(session.token, digestOf(token)) ? 'acting' : 'tokenless';
  }

  /** Until when no password is tried, epoch milliseconds; undefined while one may be. */
  async lockedUntil(): Promise<number | undefined> {
    const { lockedUntil } = await this.tries();
    return lockedUntil > this.clock() ? lockedUntil : undefined;
  }

  /** Sets the first password and signs in with it. */
  enterFirst(password: string): Promise<Keys | FlowProblem> {
    return this.inTurn(async () => (await this.person.setFirst(password)) ?? this.open());
  }

  /** Signs in with the password. */
  enter(password: string): Promise<Keys | FlowProblem> {
    return this.inTurn(async () => {
      const until = await this.lockedUntil();
      if (until !== undefined) return lockedProblem(until);
      // Counted before it is tried: a process that is ended in between has not tried for nothing.
      const { failed } = await this.tries();
      const next = { failed: failed + 1, lockedUntil: failed < freeTries ? 0 : this.clock() + waitOf(failed) };
      await this.store.saveSetting(triesSetting, JSON.stringify(next));
      if (!(await this.person.verify(password))) {
        return next.lockedUntil > 0 ? lockedProblem(next.lockedUntil) : { problem: 'wrong-password', facts: {} };
      }
      await this.store.saveSetting(triesSetting, JSON.stringify({ failed: 0, lockedUntil: 0 } satisfies Tries));
      return this.open();
    });
  }

  /** A session that only reads. */
  openReading(): string {
    return this.open(false).cookie;
  }

  /** Forgets a session; its keys open nothing any more. */
  leave(cookie: string | undefined): void {
    const session = cookie === undefined ? undefined : this.find(cookie);
    this.sessions = this.sessions.filter((each) => each !== session);
  }

  private open(acts = true): Keys {
    const [cookie, token] = [newKey(), newKey()];
    const now = this.clock();
    const session = { cookie: digestOf(cookie), token: acts ? digestOf(token) : undefined, since: now, seenAt: now };
    this.sessions = [...this.sessions.slice(1 - mostSessions), session];
    return { cookie, token };
  }

  private find(cookie: string): Session | undefined {
    const digest = digestOf(cookie);
    return this.sessions.find((session) => isSame(session.cookie, digest));
  }

  private async tries(): Promise<Tries> {
    const kept = await this.store.setting(triesSetting);
    return kept === undefined ? { failed: 0, lockedUntil: 0 } : (JSON.parse(kept) as Tries);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.trying.then(work, work);
    this.trying = turn.catch(() => undefined);
    return turn;
  }
}

function lockedProblem(until: number): FlowProblem {
  return { problem: 'locked', facts: { until: new Date(until).toISOString() } };
}

function waitOf(failed: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (failed - freeTries));
}

function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
