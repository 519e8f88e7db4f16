import { describe, expect, it } from 'vitest';
import { LoginNeededError } from '../../src/upstreams/login/login-needed.js';
import { NotSentError } from '../../src/upstreams/child-transport.js';
import { otherEra, readFailure } from '../../src/upstreams/failure.js';

const read = (error: unknown, stopped = false) => readFailure('up', error, stopped, 'ended with code 1');
const withCause = (code: string, message = 'fetch failed') =>
  Object.assign(new TypeError(message), { cause: { code } });

describe('what a failed request means', () => {
  it.each([
    ['the transport wrote nothing', new NotSentError('up is not running')],
    ['there was no transport', new Error('Not connected')],
    ['the address refused', withCause('ECONNREFUSED')],
    ['the name is unknown', withCause('ENOTFOUND')],
    [
      'every address refused',
      Object.assign(new Error('x'), { cause: { errors: [{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH' }] } }),
    ],
  ])('not-sent: %s', (_what, error) => {
    expect(read(error).kind).toBe('not-sent');
  });

  it.each([
    ['the connection broke', withCause('ECONNRESET')],
    ['the pipe broke', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })],
    ['the other side hung up', withCause('UND_ERR_SOCKET')],
    [
      'one of two tries may have got through',
      Object.assign(new Error('x'), { cause: { errors: [{ code: 'ECONNREFUSED' }, { code: 'ECONNRESET' }] } }),
    ],
    ['the library lost the connection', Object.assign(new Error('Connection closed'), { code: 'CONNECTION_CLOSED' })],
    ['the answer could not be read', Object.assign(new Error('bad'), { code: 'INVALID_RESULT' })],
    ['something nobody thought of', 'odd'],
  ])('lost: %s', (_what, error) => {
    expect(read(error)).toMatchObject({ kind: 'lost', why: 'closed' });
  });

  it('lost: time ran out, or the caller stopped', () => {
    const timeout = Object.assign(new Error('Request timed out'), { code: 'REQUEST_TIMEOUT' });
    expect(read(timeout)).toMatchObject({ kind: 'lost', why: 'timeout' });
    expect(read(timeout, true)).toMatchObject({ kind: 'lost', why: 'stopped' });
  });

  it('protocol-error: the server answered with one, or with a status', () => {
    const said = Object.assign(new Error('no'), { code: -32602, data: { a: 1 } });
    expect(read(said)).toEqual({ kind: 'protocol-error', server: 'up', code: -32602, message: 'no', data: { a: 1 } });
    const status = Object.assign(new Error('HTTP 402'), { code: 'CLIENT_HTTP', data: { status: 402 } });
    expect(read(status)).toMatchObject({ kind: 'protocol-error', code: 402, data: { httpStatus: 402 } });
  });
});

it('not-sent: the server wants a login', () => {
  expect(read(new LoginNeededError('up'))).toMatchObject({
    kind: 'not-sent',
    message: expect.stringContaining('greenlight login up') as string,
  });
});

describe('the era to try instead', () => {
  const unsupported = JSON.stringify({ jsonrpc: '2.0', id: 0, error: { code: -32022, message: 'no' } });

  it('is that of 2025 when the server broke at the question for a newer one', () => {
    expect(otherEra({ code: 'ERA_NEGOTIATION_FAILED' }, '2026')).toBe('2025');
    expect(otherEra({ code: 'CLIENT_HTTP', data: { status: 500 } }, '2026')).toBe('2025');
  });

  it('is that of 2026 when the server says that it knows no older one', () => {
    expect(otherEra({ code: -32022 }, '2025')).toBe('2026');
    expect(otherEra({ code: 'CLIENT_HTTP', data: { status: 400, text: unsupported } }, '2025')).toBe('2026');
  });

  it('is none when nobody is there, a login is missing, or the reason is another one', () => {
    for (const tried of ['2025', '2026'] as const) {
      expect(otherEra(withCause('ECONNREFUSED'), tried)).toBeUndefined();
      expect(otherEra({ code: 'CLIENT_HTTP', data: { status: 401 } }, tried)).toBeUndefined();
      expect(otherEra(undefined, tried)).toBeUndefined();
    }
    expect(otherEra({ code: 'CLIENT_HTTP', data: { status: 500, text: 'oops' } }, '2025')).toBeUndefined();
    expect(otherEra({ code: -32603 }, '2025')).toBeUndefined();
  });
});
