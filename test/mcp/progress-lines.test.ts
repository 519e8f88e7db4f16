import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import type { ShotProgress } from '../../src/gate/progress.js';
import { progressLines } from '../../src/mcp/progress-lines.js';

const shot = (changes: Partial<ShotProgress>): ShotProgress => ({
  ...{ shot: 'fox', done: [], state: 'open', next: 'fox/explore', waiting: [] },
  ...changes,
});
const lines = (...progress: readonly ShotProgress[]) => progressLines(openTexts(), progress);

describe('the lines on what is done', () => {
  it('have words for each state', () => {
    for (const state of ['open', 'running', 'waiting', 'again', 'needs-yes', 'denied'] as const) {
      const [line = ''] = lines(shot({ state, waiting: ['t_1'] }));
      expect(line).toMatch(/fox\/explore.*\.$/);
      expect(line).not.toMatch(/\{\{| [.,;]/);
    }
  });

  it('are one for all that is finished, and count what is too much to tell', () => {
    const done = ['a', 'b'].map((name) => shot({ shot: name, state: 'done', next: undefined }));
    expect(lines(...done)).toEqual(['Done: a, b.']);
    const many = lines(...Array.from({ length: 32 }, () => shot({})));
    expect(many).toHaveLength(31);
    expect(many.at(-1)).toBe('… and 2 more shots.');
  });
});
