import { describe, expect, it } from 'vitest';
import { progressBar } from '../../src/cli/progress-bar.js';

function screen(isTTY: boolean, columns = 80) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}

describe('progressBar', () => {
  it('fills up on a terminal and leaves nothing behind', () => {
    const tty = screen(true);
    let now = 0;
    const bar = progressBar(tty, 'Takes', 4, () => (now += 100));
    bar.advance();
    bar.advance(3);
    bar.end();
    expect(tty.written[0]).toContain('Takes ░');
    expect(tty.written[1]).toContain(' 25 % (1/4)');
    expect(tty.written[2]).toContain('100 % (4/4)');
    expect(tty.written[2]).not.toContain('░');
    expect(tty.written.at(-1)).toBe('\r\u001b[2K');
  });

  it('draws no more often than the eye sees, but always its end', () => {
    const tty = screen(true);
    const bar = progressBar(tty, 'Takes', 1000, () => 0);
    for (let count = 0; count < 1000; count += 1) bar.advance();
    expect(tty.written).toHaveLength(2);
    expect(tty.written[1]).toContain('100 %');
  });

  it.each([
    [false, 5],
    [true, 0],
  ])('writes nothing where isTTY is %s and there are %d to do', (isTTY, total) => {
    const out = screen(isTTY);
    const bar = progressBar(out, 'Takes', total, () => 0);
    bar.advance();
    bar.end();
    expect(out.written).toEqual([]);
  });

  it('fits into a narrow terminal', () => {
    const tty = screen(true, 20);
    progressBar(tty, 'Servers', 3, () => 0);
    expect((tty.written[0] ?? '').replace('\r\u001b[2K', '').length).toBeLessThanOrEqual(21);
  });
});
