import { describe, expect, it } from 'vitest';
import type { Check } from '../../../src/cli/checks/check.js';
import { examine, findings } from '../../../src/cli/commands/doctor.js';
import { fakeShell } from '../fake-desk.js';

describe('findings', () => {
  it('says what was found, what to do, and counts', () => {
    const checks: Check[] = [
      { check: 'node', state: 'good', code: 'node', facts: { version: '22.1.0' } },
      { check: 'password', state: 'warning', code: 'password-none', facts: {} },
      { check: 'store', state: 'fault', code: 'failed', facts: { why: 'first line\nsecond \u001b[2J line' } },
    ];
    const { text, data } = findings(checks, fakeShell());
    expect(text).toContain('<green:✓> node      Node 22.1.0');
    expect(text).toContain('<yellow:!> password  Not set');
    expect(text).toContain('greenlight password set');
    expect(text).toContain('first line\n            second ·[2J line');
    expect(text).toMatch(/1 in order, 1 to look at, 1 broken$/);
    expect(data).toMatchObject({
      good: 1,
      warnings: 1,
      faults: 1,
      checks: [{}, {}, { state: 'fault', code: 'failed' }],
    });
  });

  it('has words for every code that a check gives', async () => {
    const { texts } = fakeShell();
    const codes = [
      'node',
      'node-old',
      'sqlite',
      'sqlite-old',
      'config',
      'config-none',
      'data',
      'data-new',
      'data-closed',
    ];
    codes.push('data-open', 'store', 'store-new', 'store-memory', 'password', 'password-none', 'password-late');
    codes.push('accepted', 'accepted-waits', 'in-doubt', 'no-servers', 'server', 'server-login', 'server-silent');
    codes.push(
      'server-empty',
      'prices',
      'prices-wanting',
      'client',
      'client-bypass',
      'client-none',
      'client-bypass',
      'failed',
      'help',
      'sum',
    );
    expect(codes.filter((code) => !texts.has('cli/doctor', code))).toEqual([]);
  });
});

describe('examine', () => {
  it('goes no further than a config that is not there', async () => {
    const checks = await examine(fakeShell(), { config: '/no/such/greenlight.json' });
    expect(checks.map(({ check, state }) => [check, state])).toEqual([
      ['node', 'good'],
      ['sqlite', 'good'],
      ['config', 'fault'],
    ]);
  });
});
