import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const pair = (label: string, a: string, b: string, edit = label) => JSON.stringify({ label, a, b, edit, lang: 'en' });

function evaluate(lines: readonly string[], ...flags: readonly string[]) {
  const file = join(temporaryFolder({}), 'pairs.jsonl');
  writeFileSync(file, lines.join('\n'));
  return runScript('eval-prompts.mjs', file, ...flags);
}

describe('the evaluation of the prompt reader', () => {
  it('counts what was called a re-run rightly, wrongly and not at all; a suspect is not called one', () => {
    const { code, output } = evaluate(
      [
        pair('rerun', 'an owl, a barn', 'a barn, an owl', 'order'),
        pair('rerun', 'an owl', 'an owl on a beam at dusk', 'odd'),
        pair('refinement', 'an owl', 'AN OWL', 'odd'),
        pair('refinement', 'a red owl', 'a blue owl', 'color'),
        pair('different', 'an owl', 'a teapot'),
        pair('refinement', 'the owl bites the seal', 'the seal bites the owl', 'role'),
      ],
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      pairs: 6,
      ...{ precision: 0.5, recall: 0.5, f1: 0.5 },
      byEdit: {
        'rerun order': { pairs: 1, accuracy: 1 },
        'rerun odd': { accuracy: 0 },
        'refinement odd': { accuracy: 0 },
        'refinement role': { accuracy: 1, suspects: 1 },
      },
      rareRefinements: { pairs: 3 },
      byLanguage: { en: { pairs: 6 } },
    });
  });

  it('prints a table for people, and every miss when asked', () => {
    const { output } = evaluate([pair('rerun', 'an owl', 'a teapot', 'odd')], '--misses');
    expect(output).toContain('1 pairs: precision 100.0 %, recall 0.0 %');
    expect(output).toMatch(/rerun odd: judged no .*\n {2}a: an owl\n {2}b: a teapot/);
  });

  it.each([
    [['{"a": 1}'], /pairs\.jsonl:1: "a" must be the text of a prompt/],
    [[pair('rerun', 'x', 'y'), 'nonsense'], /pairs\.jsonl:2 is no JSON/],
    [[pair('same', 'x', 'y')], /"label" must be one of rerun, refinement, different/],
  ])('says where a file is wrong: %j', (lines, message) => {
    const { code, output } = evaluate(lines);
    expect(code).toBe(2);
    expect(output).toMatch(message);
  });

  it('says how it is used', () => {
    const { code, output } = runScript('eval-prompts.mjs');
    expect(code).toBe(2);
    expect(output).toContain('npm run eval:prompts -- <pairs.jsonl>');
  });
});
