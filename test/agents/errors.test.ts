import { describe, expect, it } from 'vitest';
import { isUnbilled, PaidCallError, RefusedError, UnbilledError } from '../../src/agents/errors.js';

describe('an error of a paid function', () => {
  it.each([
    ['an UnbilledError', new UnbilledError('full'), true],
    ['any error that says it was not billed', Object.assign(new Error('full'), { billed: false }), true],
    ['a provider that had too many requests', Object.assign(new Error('429'), { statusCode: 429 }), true],
    ['a provider that broke down on the way', Object.assign(new Error('500'), { statusCode: 500 }), false],
    ['a provider that refused the content', Object.assign(new Error('400'), { statusCode: 400 }), false],
    ['a broken connection', new TypeError('fetch failed'), false],
    ['no error at all', undefined, false],
  ])('is unbilled or not: %s', (_, error, unbilled) => {
    expect(isUnbilled(error)).toBe(unbilled);
  });

  it('is never one to repeat', () => {
    const said = { text: 'REFUSED', data: { status: 'refused' } };
    const cause = new Error('500');
    expect(new RefusedError(said)).toMatchObject({ message: 'REFUSED', data: said.data, isRetryable: false });
    expect(new PaidCallError(said, cause)).toMatchObject({ message: 'REFUSED', isRetryable: false, cause });
  });
});
