import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLibrary, readLibrary } from '../../src/feedback/prompt-library.js';
import { openTexts } from '../../src/feedback/texts.js';
import { specificity } from '../../src/prompt/specificity.js';

describe('a library of prompts', () => {
  it('is read from Markdown, a heading each', () => {
    const text =
      '# Mine\r\n\r\n## Mug (image)\r\nwords: mug, shop\r\n\r\nA red mug.\r\n\r\nOn grey.\r\n\r\n## Anything\r\nJust so (or so).\r\n';
    expect(parseLibrary(text, false)).toEqual({
      prompts: [
        { title: 'Mug', kind: 'image', words: ['mug', 'shop'], prompt: 'A red mug.\n\nOn grey.' },
        { title: 'Anything', kind: undefined, words: [], prompt: 'Just so (or so).' },
      ],
      problems: [],
    });
  });

  it('is read from lines of JSON', () => {
    const text = '{"title":"Mug","kind":"image","prompt":"A red mug."}\n\n{"title":"Tune","prompt":"Lo-fi"}\n';
    expect(parseLibrary(text, true).prompts).toMatchObject([{ title: 'Mug', words: [] }, { title: 'Tune' }]);
  });

  it('says which entries are none, and keeps the others', () => {
    const lines = parseLibrary(
      'nonsense\n{"title":"Mug","prompt":"A mug"}\n{"title":"x","kind":"song","prompt":"y"}',
      true,
    );
    expect(lines.prompts).toHaveLength(1);
    expect(lines.problems).toEqual([expect.stringMatching(/^line 1: /), expect.stringMatching(/^line 3: kind /)]);
    expect(parseLibrary('## Empty (image)\n\n## Full\nA mug', false)).toMatchObject({
      prompts: [{ title: 'Full' }],
      problems: [expect.stringMatching(/^“Empty \(image\)”: prompt /)],
    });
  });
});

describe('the starters', () => {
  const { prompts, problems } = parseLibrary(openTexts().page('library/starter'), false);

  it('are a dozen good prompts of several kinds', () => {
    expect(problems).toEqual([]);
    expect(prompts.length).toBeGreaterThanOrEqual(12);
    expect(new Set(prompts.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
  });

  it.each(prompts)('$title leaves nothing to chance', ({ kind = 'other', prompt, words }) => {
    expect(specificity({ kind, prompt })).toMatchObject({ isVague: false, isStill: false, contradictions: [] });
    expect(words.length).toBeGreaterThan(2);
  });
});

describe('a file of prompts', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'greenlight-prompts-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is read by its ending', () => {
    const [markdown, lines] = [join(folder, 'mine.md'), join(folder, 'mine.JSONL')];
    writeFileSync(markdown, '## Mug\nA mug');
    writeFileSync(lines, '{"title":"Mug","prompt":"A mug"}\nnonsense');
    expect(readLibrary(markdown)).toEqual({ prompts: [{ title: 'Mug', words: [], prompt: 'A mug' }], problems: [] });
    expect(readLibrary(lines)).toMatchObject({
      prompts: [{}],
      problems: [expect.stringContaining(`${lines}, line 2`)],
    });
  });

  it('that is not there, or is no text to read, holds none and says why', () => {
    expect(readLibrary(join(folder, 'gone.md'))).toMatchObject({
      prompts: [],
      problems: [expect.stringMatching(/ENOENT/)],
    });
    const large = join(folder, 'large.md');
    writeFileSync(large, 'x'.repeat(2_000_001));
    expect(readLibrary(large)).toMatchObject({ prompts: [], problems: [expect.stringContaining('two megabytes')] });
  });
});
