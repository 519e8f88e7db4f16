import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OptionError, parseOptions } from '../../src/studio/options.js';

describe('parseOptions', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'studio-options-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('has defaults', () => {
    expect(parseOptions([])).toMatchObject({
      latency: { image: 150, video: 2500, audio: 150 },
      faults: false,
      verbose: false,
      journal: undefined,
    });
  });

  it('reads every option', () => {
    const argv = ['--out', '/x', '--latency', 'image=0,video=5', '--journal', '/j', '--faults', '--verbose'];
    expect(parseOptions(argv)).toMatchObject({
      out: '/x',
      latency: { image: 0, video: 5, audio: 150 },
      journal: '/j',
      faults: true,
      verbose: true,
    });
  });

  it.each([
    [['--latency', 'picture=3'], 'unknown kind "picture"'],
    [['--latency', 'image=fast'], 'needs whole milliseconds'],
    [['--latency', 'image'], 'needs whole milliseconds'],
    [['--speed', '3'], "Unknown option '--speed'"],
    [['--out'], "'--out <value>' argument missing"],
    [['--fault-plan', '/does/not/exist'], '--fault-plan: ENOENT'],
  ])('refuses %j with a clear message', (argv, message) => {
    expect(() => parseOptions(argv)).toThrow(OptionError);
    expect(() => parseOptions(argv)).toThrow(message);
  });

  it('refuses a fault plan with an unknown fault', () => {
    const file = join(folder, 'plan.json');
    writeFileSync(file, '["explode"]');
    expect(() => parseOptions(['--fault-plan', file])).toThrow('is not a fault plan');
  });
});
