import { describe, expect, it } from 'vitest';
import { NotSentError } from '../../src/upstreams/child-transport.js';
import { brokeAtProbe, readFailure } from '../../src/upstreams/failure.js';

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

describe('whether a connection broke over the era', () => {
  it('is so when the library says it, or a server over HTTP did not understand', () => {
    expect(brokeAtProbe({ code: 'ERA_NEGOTIATION_FAILED' })).toBe(true);
    expect(brokeAtProbe({ code: 'CLIENT_HTTP', data: { status: 500 } })).toBe(true);
  });

  it('is not so when nobody is there, or a login is missing', () => {
    expect(brokeAtProbe(withCause('ECONNREFUSED'))).toBe(false);
    expect(brokeAtProbe({ code: 'CLIENT_HTTP', data: { status: 401 } })).toBe(false);
    expect(brokeAtProbe(undefined)).toBe(false);
  });
});
