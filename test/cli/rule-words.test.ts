import { expect, it } from 'vitest';
import { ruleWords } from '../../src/cli/rule-words.js';
import { openTexts } from '../../src/feedback/texts.js';
import { rules } from '../../src/rules/index.js';

it('finds why a rule is there and when it may be turned off', () => {
  expect(ruleWords(openTexts(), 'unknown-price')).toEqual({
    why: 'A price that is not known is never zero.',
    turnOff: 'Turn it off only for servers that cannot charge anything.',
  });
});

it.each(rules.map(({ id }) => id))('has both for %s', (rule) => {
  const { why, turnOff } = ruleWords(openTexts(), rule);
  expect(why).toMatch(/\.$/);
  expect(turnOff).toMatch(/(off|Lower)/);
});
