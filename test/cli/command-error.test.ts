import { expect, it } from 'vitest';
import { CommandError } from '../../src/cli/command-error.js';
import { openTexts } from '../../src/feedback/texts.js';

it('carries its end, its code and its facts', () => {
  const error = new CommandError('missing', 'no-such-take', { take: 't_9' });
  expect(error).toMatchObject({ end: 'missing', code: 'no-such-take', name: 'CommandError' });
  expect(openTexts().say('cli/problems', error.code, error.facts)).toContain('no take t_9');
});
