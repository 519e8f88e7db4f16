import { describe, expect, it } from 'vitest';
import { costs } from '../../src/gate/costs.js';
import { profileSchema } from '../../src/model/profile.js';

const free = profileSchema.parse({ paid: false });
const paid = profileSchema.parse({ paid: true });
const mixed = profileSchema.parse({ paid: true, freeWhen: { argument: 'request.action', values: ['list', 0] } });

describe('costs', () => {
  it('is what the profile says of the tool', () => {
    expect([costs(free, {}), costs(paid, {})]).toEqual([false, true]);
  });

  it.each([
    [{ request: { action: 'list' } }, false],
    [{ request: { action: 0 } }, false],
    [{ request: { action: 'LIST' } }, true],
    [{ request: { action: ['list'] } }, true],
    [{ request: { action: '0' } }, true],
    [{ 'request.action': 'list' }, true],
    [{ action: 'list' }, true],
    [{}, true],
    [undefined, true],
    [['list'], true],
  ])('hangs on the argument where the profile says so: %j → %s', (args, expected) => {
    expect(costs(mixed, args)).toBe(expected);
  });
});
