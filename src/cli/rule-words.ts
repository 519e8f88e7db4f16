import type { Texts } from '../gate/texts-port.js';

/** What a person is told of a rule: why it is there, and when it may be turned off. */
export interface RuleWords {
  readonly why: string;
  readonly turnOff: string;
}

/** The words of a rule, from the head of its own page: the first paragraph, and the one after it. */
export function ruleWords(texts: Texts, rule: string): RuleWords {
  const [head = ''] = texts.page(`rules/${rule}`).split(/^## /m);
  const paragraphs = head
    .replace(/^# .*$/m, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  return { why: paragraphs[0] ?? '', turnOff: paragraphs[1] ?? '' };
}
