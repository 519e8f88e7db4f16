import { describe, expect, it } from 'vitest';
import { isPassword, passwordState, setFirstPassword } from '../../src/approvals/person.js';
import { Door, type Keys } from '../../src/dashboard/door.js';
import { isProblem } from '../../src/gate/flow/desk.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import { noon } from '../cli/fake-desk.js';

const secret = 'open sesame';
const minuteMs = 60_000;

/** A door whose clock a test turns. */
function openDoor(store = openMemoryStore()) {
  const time = { now: noon };
  const person = {
    state: () => passwordState(store),
    setFirst: async (password: string) => {
      const state = await setFirstPassword(store, ['poster'], password, time.now);
      return typeof state === 'object' ? state : undefined;
    },
    verify: (password: string) => isPassword(store, password),
  };
  return { store, time, door: new Door(store, person, () => time.now) };
}

async function keysOf(door: Door, how: 'enterFirst' | 'enter' = 'enter', word = secret): Promise<Keys> {
  const keys = await door[how](word);
  if (isProblem(keys)) throw new Error(keys.problem);
  return keys;
}

describe('the door', () => {
  it('lets act who holds cookie and token of the same page, and only read who holds the cookie alone', async () => {
    const { door } = openDoor();
    const [one, other] = [await keysOf(door, 'enterFirst'), await keysOf(door)];
    expect(door.reach(one.cookie, one.token)).toBe('acting');
    expect(door.reach(one.cookie, undefined)).toBe('tokenless');
    expect(door.reach(one.cookie, other.token)).toBe('tokenless');
    expect(door.reach(undefined, one.token)).toBe('none');
    expect(door.reach('made up', one.token)).toBe('none');
    expect(door.reach(door.openReading(), one.token)).toBe('reading');
  });

  it('forgets a page that signed out, at once and alone', async () => {
    const { door } = openDoor();
    const [one, other] = [await keysOf(door, 'enterFirst'), await keysOf(door)];
    door.leave(one.cookie);
    expect(door.reach(one.cookie, one.token)).toBe('none');
    expect(door.reach(other.cookie, other.token)).toBe('acting');
  });

  it('forgets a page after an hour without a request, and after half a day in any case', async () => {
    const { door, time } = openDoor();
    const idle = await keysOf(door, 'enterFirst');
    time.now += 60 * minuteMs;
    expect(door.reach(idle.cookie, idle.token)).toBe('none');
    const busy = await keysOf(door);
    for (let seen = 0; seen < 23; seen += 1) {
      time.now += 30 * minuteMs;
      expect(door.reach(busy.cookie, busy.token)).toBe('acting');
    }
    time.now += 30 * minuteMs;
    expect(door.reach(busy.cookie, busy.token)).toBe('none');
  });

  it('locks after wrong passwords, longer each time, for every process on the store', async () => {
    const { door, time, store } = openDoor();
    await keysOf(door, 'enterFirst');
    for (let wrong = 0; wrong < 4; wrong += 1) {
      expect(await door.enter('a guess')).toMatchObject({ problem: 'wrong-password' });
    }
    expect(await door.enter('a guess')).toMatchObject({ problem: 'locked' });
    expect(await door.enter(secret)).toMatchObject({ problem: 'locked' });
    const { door: next, time: nextTime } = openDoor(store);
    expect(await next.enter(secret)).toMatchObject({ problem: 'locked' });
    expect(await next.lockedUntil()).toBe(time.now + 30_000);
    nextTime.now += 30_000;
    expect(await next.enter('a guess')).toMatchObject({ problem: 'locked' });
    expect(await next.lockedUntil()).toBe(nextTime.now + 60_000);
    nextTime.now += minuteMs;
    expect(isProblem(await next.enter(secret))).toBe(false);
    expect(await next.enter('a guess')).toMatchObject({ problem: 'wrong-password' });
  });

  it('tries one password at a time, however many come at once', async () => {
    const { door } = openDoor();
    await keysOf(door, 'enterFirst');
    const ends = await Promise.all(Array.from({ length: 8 }, (_, number) => door.enter(`guess ${String(number)}`)));
    expect(ends.filter((end) => isProblem(end) && end.problem === 'wrong-password')).toHaveLength(4);
  });

  it('keeps nothing in the store that would let anybody in', async () => {
    const { door, store } = openDoor();
    const { cookie, token } = await keysOf(door, 'enterFirst');
    const kept = JSON.stringify([...(await store.settings(''))]);
    for (const key of [cookie, token, secret]) expect(kept).not.toContain(key);
    expect(openDoor(store).door.reach(cookie, token)).toBe('none');
  });
});
