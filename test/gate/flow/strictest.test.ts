import { expect, it } from 'vitest';
import { strictestOf } from '../../../src/gate/flow/strictest.js';

const found = (level: string) => ({ rule: level, code: 'c', level });

it.each([
  [['note', 'fix', 'nudge', 'ask', 'block'], 'block'],
  [['block', 'reuse'], 'reuse'],
  [['fix', 'ask', 'nudge'], 'ask'],
  [['note', 'fix'], 'fix'],
  [['note'], undefined],
  [[], undefined],
])('of findings at %j, %s is what was acted on', (levels, expected) => {
  expect(strictestOf({ findings: levels.map(found) })?.rule).toBe(expected);
});
