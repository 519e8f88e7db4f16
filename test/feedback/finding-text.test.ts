import { describe, expect, it } from 'vitest';
import { sayFinding } from '../../src/feedback/finding-text.js';
import { openTexts } from '../../src/feedback/texts.js';

const texts = openTexts();

describe('a finding', () => {
  it('is told with its code and the reason that answered it', () => {
    const facts = { take: 't_1', why: 'added: fog', because: 'I want fog' };
    const text = sayFinding(texts, { rule: 'rerun', code: 'suspect', facts, level: 'note' });
    expect(text).toContain('[rerun/suspect]');
    expect(text).toContain('(“I want fog”)');
  });
});
