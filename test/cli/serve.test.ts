import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { serve } from '../../src/cli/serve.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'greenlight-serve-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts `serve` where it cannot start, and returns its exit code and words. */
async function refused(config: string, args: readonly string[] = []): Promise<{ exitCode: unknown; words: string }> {
  const file = join(folder, 'greenlight.json');
  writeFileSync(file, config);
  let words = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    words += String(text);
    return true;
  });
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => {
    throw new Error('ended');
  });
  await expect(serve(['--config', file, ...args])).rejects.toThrow('ended');
  return { exitCode: exit.mock.calls[0]?.[0], words };
}

describe('serve', () => {
  it('tells all problems of the config and ends as wrongly used', async () => {
    const { exitCode, words } = await refused('{ "projekt": 1, "mode": "on" }');
    expect(exitCode).toBe(2);
    expect(words).toContain('projekt');
    expect(words).toContain('mode');
  });

  it.each([
    [['--budget', 'lots'], 'budgets'],
    [['--mode', 'on'], 'mode'],
    [['--fly'], '--fly'],
  ])('does not start with %j', async (args, part) => {
    const { exitCode, words } = await refused('{}', args);
    expect(exitCode).not.toBe(0);
    expect(words).toContain(part);
  });
});
