import { expect, it } from 'vitest';
import { listRules } from '../../../src/cli/commands/rules.js';
import { parseConfig } from '../../../src/config.js';
import { rules } from '../../../src/rules/index.js';
import { fakeShell } from '../fake-desk.js';

it('lists every rule with default and configured levels, why, and when to turn it off', () => {
  const config = parseConfig({ rules: { rerun: 'note', 'rerun/certain': 'ask' } });
  const { text, data } = listRules(config, fakeShell());
  for (const { id } of rules) expect(text).toContain(`\n${id}`.trim());
  expect(text).toContain('A price that is not known is never zero.');
  expect(text).toContain('Turn it off only for servers that cannot charge anything.');
  expect(text).toMatch(/rerun\/certain +block +<yellow:ask/);
  expect(text).toMatch(/rerun\/suspect +nudge +<yellow:note/);
  expect((data as { rules: { rule: string }[] }).rules.map(({ rule }) => rule)).toEqual(rules.map(({ id }) => id));
});
