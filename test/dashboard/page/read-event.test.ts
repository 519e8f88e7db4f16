import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/dashboard/page/read-event.js';

describe('news of the gate', () => {
  it('are known by name, or by what they hold', () => {
    expect(readEvent('takes', '')).toBe('takes');
    expect(readEvent('message', 'money')).toBe('money');
    expect(readEvent('message', '"money"')).toBe('money');
  });

  it('of another kind are passed over', () => {
    expect(readEvent('message', { a: 1 })).toBeUndefined();
    expect(readEvent('open', 'nothing')).toBeUndefined();
  });
});
