import { describe, expect, it } from 'vitest';
import { openDashboard } from './bench.js';

describe('the picture of a project', () => {
  it('is read once as long as nothing is stored, and anew after that', async () => {
    const { picture, run } = await openDashboard();
    const [first, again] = [await picture.takes(), await picture.takes()];
    expect(again).toBe(first);
    await run('A red fox in fresh snow at dawn');
    expect(await picture.takes()).toHaveLength(1);
    expect((await picture.report()).takes).toBe(1);
    expect((await picture.entries()).length).toBeGreaterThan(0);
  });

  it('is read again after it could not be', async () => {
    const { picture } = await openDashboard();
    await expect(picture.once('x', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
    expect(await picture.once('x', async () => 7)).toBe(7);
  });
});
