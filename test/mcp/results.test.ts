import { ProtocolError } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import type { UpstreamFailure } from '../../src/gate/upstream-port.js';
import { failureText, plainOutcome, toolError, toolOutcome, upstreamError } from '../../src/mcp/results.js';

const said: UpstreamFailure = { kind: 'protocol-error', server: 'a', code: 4242, message: 'boom', data: { why: [1] } };
const lost: UpstreamFailure = { kind: 'lost', server: 'a', why: 'closed', message: 'It ended.' };
const unsent: UpstreamFailure = { kind: 'not-sent', server: 'a', message: 'It is not there.' };

describe('an outcome', () => {
  it('that is a result is given back as it is', () => {
    const result = { x: 1 };
    expect(toolOutcome({ kind: 'result', result })).toBe(result);
    expect(plainOutcome({ kind: 'result', result })).toBe(result);
  });

  it('that is an error of the upstream is thrown under its own code, message and data', () => {
    for (const read of [toolOutcome, plainOutcome]) {
      expect(() => read({ kind: 'failure', failure: said })).toThrow(
        expect.objectContaining({ code: 4242, message: 'boom', data: { why: [1] } }),
      );
    }
    expect(upstreamError(said)).toBeInstanceOf(ProtocolError);
  });

  it('without an answer is a tool error that begins with a code, or a thrown one for other requests', () => {
    expect(toolOutcome({ kind: 'failure', failure: lost })).toEqual(toolError('E_UPSTREAM_LOST It ended.'));
    expect(failureText(unsent)).toBe('E_UPSTREAM_UNAVAILABLE It is not there.');
    expect(() => plainOutcome({ kind: 'failure', failure: unsent })).toThrow('It is not there.');
  });
});
