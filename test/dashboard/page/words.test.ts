import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../../src/dashboard/page/words.js';

const folder = 'src/dashboard/page';

describe('the words of the page', () => {
  it('are all said somewhere, and none is empty', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'));
    const code = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
    expect(Object.keys(words).filter((name) => !new RegExp(`words\\.${name}\\b`).test(code))).toEqual([]);
    expect(Object.values(words).filter((text) => text.trim() === '')).toEqual([]);
  });
});
