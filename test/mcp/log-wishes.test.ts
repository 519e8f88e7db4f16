import { beforeEach, describe, expect, it } from 'vitest';
import { LogWishes } from '../../src/mcp/log-wishes.js';

const key = 'io.modelcontextprotocol/logLevel';
let wishes: LogWishes;
const ask = (id: number, level: unknown): void =>
  wishes.hear({ id, method: 'tools/call', params: { name: 'x', _meta: { [key]: level } } });

beforeEach(() => {
  wishes = new LogWishes();
});

describe('what a client of 2026 hears of logs', () => {
  it('is nothing unless a request asks for it', () => {
    wishes.hear({ id: 1, method: 'tools/call', params: { name: 'x' } });
    ask(2, 'loud');
    expect(wishes.allow({ level: 'emergency' })).toBe(false);
  });

  it('is its level and above, while the request runs', () => {
    ask(1, 'warning');
    expect(['info', 'warning', 'error'].map((level) => wishes.allow({ level }))).toEqual([false, true, true]);
    ask(2, 'debug');
    expect(wishes.allow({ level: 'debug' })).toBe(true);
    wishes.end(2);
    expect(wishes.allow({ level: 'debug' })).toBe(false);
    wishes.hear({ method: 'notifications/cancelled', params: { requestId: 1 } });
    expect(wishes.allow({ level: 'error' })).toBe(false);
  });

  it('is never a message without a level', () => {
    ask(1, 'debug');
    expect([wishes.allow(undefined), wishes.allow({ level: 'odd' })]).toEqual([false, false]);
  });
});
