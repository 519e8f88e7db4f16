import { describe, expect, it } from 'vitest';
import { configPresets } from '../src/config-presets.js';
import { parseConfig, policyOf } from '../src/config.js';
import { checkConfig } from '../src/cli/commands/config.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fakeShell } from './cli/fake-desk.js';

const names = Object.keys(configPresets);

describe.each(names)('the preset %s', (preset) => {
  it('is a config that is in order', () => {
    const folder = mkdtempSync(join(tmpdir(), 'greenlight-preset-'));
    try {
      const file = join(folder, 'greenlight.json');
      writeFileSync(file, JSON.stringify({ preset }));
      expect(checkConfig(file, fakeShell()).data).toMatchObject({ problems: [] });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('says something, and keeps soft lines below hard ones', () => {
    const policy = policyOf(parseConfig({ preset }));
    expect(policy).not.toEqual(policyOf(parseConfig({})));
    for (const { soft, limit } of policy.budgets) expect(soft ?? 0).toBeLessThan(limit);
    expect(policy.ask.above).toBeGreaterThanOrEqual(policy.quickLane.perCall);
  });
});

it('there are presets for five kinds of users', () => {
  expect(names).toEqual(['creator', 'ecommerce', 'agency', 'hobbyist', 'unattended']);
});

it('an unattended run asks nobody', () => {
  expect(policyOf(parseConfig({ preset: 'unattended' })).attended).toBe(false);
});
