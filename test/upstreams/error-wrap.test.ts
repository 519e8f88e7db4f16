import { describe, expect, it } from 'vitest';
import { unwrapError, wrapError } from '../../src/upstreams/error-wrap.js';

describe('the error of an upstream', () => {
  it('comes back whole after it was packed', () => {
    const error = { code: -32042, message: 'm', data: { known: [], xVendor: 1 }, xTop: 2 };
    const message: { id: number; error: { code: number; message: string; data?: unknown } } = { id: 1, error };
    wrapError(message);
    expect(message.error.code).toBe(-32000);
    expect(unwrapError(message.error)).toEqual(error);
  });

  it('is not looked for in answers without one, and not found in other errors', () => {
    const message = { id: 1, result: { error: { code: 1 } } };
    wrapError(message);
    expect(message).toEqual({ id: 1, result: { error: { code: 1 } } });
    for (const thrown of [undefined, 'text', new Error('x'), { data: { a: 1 } }]) {
      expect(unwrapError(thrown)).toBeUndefined();
    }
  });
});
