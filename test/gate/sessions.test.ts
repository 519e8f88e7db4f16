import { describe, expect, it } from 'vitest';
import { isSessionRefusal, resolveSession } from '../../src/gate/sessions.js';
import type { Caller } from '../../src/gate/ports.js';
import { openBench, type GateBench } from '../fixtures/gate-bench.js';

const hour = 3_600_000;

async function resolved(bench: GateBench, caller: Partial<Caller> = {}, handle?: string): Promise<string> {
  const session = await resolveSession(bench.ports, { ...bench.caller, ...caller }, handle);
  return isSessionRefusal(session) ? session.code : session.id;
}

describe('the session of a call', () => {
  it('is the project’s open one', async () => {
    const bench = await openBench();
    expect(await resolved(bench)).toBe('s_1');
    expect(await resolved(bench)).toBe('s_1');
  });

  it('is a new one after a long silence', async () => {
    const bench = await openBench();
    bench.pass(hour - 1);
    expect(await resolved(bench)).toBe('s_1');
    bench.pass(hour);
    expect(await resolved(bench)).not.toBe('s_1');
  });

  it('is one for each of the client’s conversations', async () => {
    const bench = await openBench();
    const first = await resolved(bench, { clientKey: 'one' });
    const second = await resolved(bench, { clientKey: 'two' });
    expect(first).not.toBe(second);
    expect(await resolved(bench, { clientKey: 'one' })).toBe(first);
  });

  it.each<Partial<Caller>>([{ principal: 'you' }, { project: 'film' }])('is not shared with %j', async (other) => {
    const bench = await openBench();
    expect(await resolved(bench, other)).not.toBe('s_1');
  });

  it('opens with who, where and when', async () => {
    const bench = await openBench();
    const session = await resolveSession(bench.ports, { ...bench.caller, clientKey: 'k' }, undefined);
    expect(session).toMatchObject({ project: 'poster', principal: 'me', client: 'test', clientKey: 'k' });
  });
});

describe('a session named by its handle', () => {
  it('is found and kept alive', async () => {
    const bench = await openBench();
    bench.pass(hour - 1);
    expect(await resolved(bench, {}, 's_1')).toBe('s_1');
    bench.pass(hour - 1);
    expect(await resolved(bench)).toBe('s_1');
  });

  it.each<[string, Partial<Caller>, string]>([
    ['s_9', {}, 'session-unknown'],
    ['s_1', { principal: 'you' }, 'session-foreign'],
    ['s_1', { project: 'film' }, 'session-foreign'],
  ])('%s is refused to %j: %s', async (handle, caller, code) => {
    const bench = await openBench();
    expect(await resolved(bench, caller, handle)).toBe(code);
  });

  it('is refused once it was closed', async () => {
    const bench = await openBench();
    await bench.store.saveSession({ ...bench.session, closedAt: bench.ports.clock() });
    expect(await resolved(bench, {}, 's_1')).toBe('session-closed');
  });
});
