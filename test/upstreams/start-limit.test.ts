import { describe, expect, it } from 'vitest';
import { StartLimit } from '../../src/upstreams/start-limit.js';

describe('the limit on starts', () => {
  it('allows so many within a minute and says how long to wait', () => {
    const limit = new StartLimit(2);
    limit.take(1000);
    limit.take(21_000);
    expect(() => limit.take(31_000)).toThrow('was started 2 times within a minute; try again in 30 s');
  });

  it('forgets starts that are a minute old, and does not count refused ones', () => {
    const limit = new StartLimit(1);
    limit.take(0);
    expect(() => limit.take(59_999)).toThrow();
    expect(() => limit.take(60_000)).not.toThrow();
  });
});
