import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'texts-'));
  await mkdir(join(folder, 'answers'));
  const page = ['# A page', '', 'Intro {{name}}.', '', '## first', '', 'Hello {{name}} {{> part}}', '', '## part'];
  await writeFile(
    join(folder, 'answers', 'page.md'),
    [...page, '', 'and more', '', '## Not A Section', 'text'].join('\n'),
  );
});

afterAll(() => rm(folder, { recursive: true }));

describe('texts', () => {
  it('are said by file and section, filled in', () => {
    expect(openTexts(folder).say('answers/page', 'first', { name: 'Ada' })).toBe(
      'Hello Ada and more\n\n## Not A Section\ntext',
    );
  });

  it('are said by their name where a section is missing, instead of an exception', () => {
    expect(openTexts(folder).say('answers/page', 'gone')).toBe('gone');
  });

  it('can be a whole page', () => {
    expect(openTexts(folder).page('answers/page', { name: 'Ada' })).toMatch(/^# A page\n\nIntro Ada\./);
  });

  it.each([
    ['answers/page', 'first', true],
    ['answers/page', 'gone', false],
    ['answers/none', 'first', false],
  ])('know whether %s has a section %s: %s', (file, section, expected) => {
    expect(openTexts(folder).has(file, section)).toBe(expected);
  });

  it('are the package’s own when no folder is named', () => {
    expect(openTexts().page('instructions')).toContain('Greenlight');
  });
});
