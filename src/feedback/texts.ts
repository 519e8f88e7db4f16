import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Texts } from '../gate/texts-port.js';
import { fill } from './template.js';

interface TextFile {
  readonly whole: string;
  readonly sections: ReadonlyMap<string, string>;
}

/**
 * Reads texts from a prompts folder, each file when it is first needed.
 * @throws Error when the folder does not exist.
 */
export function openTexts(folder: string = promptsFolder()): Texts {
  const files = new Map<string, TextFile>();
  const read = (file: string): TextFile => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const parsed = parseFile(readFileSync(join(folder, `${file}.md`), 'utf8'));
    files.set(file, parsed);
    return parsed;
  };
  return {
    say: (file, section, facts = {}) => {
      const { sections } = read(file);
      const text = sections.get(section);
      return text === undefined ? section : fill(text, facts, sections).trim();
    },
    page: (file, facts = {}) => {
      const { whole, sections } = read(file);
      return fill(whole, facts, sections).trim();
    },
    has: (file, section) => existsSync(join(folder, `${file}.md`)) && read(file).sections.has(section),
  };
}

/** Splits a Markdown file at its section headings: second level, one lower-case word (others are part of a text). */
function parseFile(whole: string): TextFile {
  const sections = new Map<string, string>();
  const parts = whole.split(/^## +([a-z][a-z0-9-]*)[ \t]*$/m);
  for (let index = 1; index + 1 < parts.length; index += 2) {
    sections.set((parts[index] ?? '').trim(), (parts[index + 1] ?? '').trim());
  }
  return { whole, sections };
}

/** The package's own prompts folder, found from wherever this code runs (source tree or bundle). */
function promptsFolder(): string {
  let here = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    if (existsSync(join(here, 'prompts', 'instructions.md'))) return join(here, 'prompts');
    const above = dirname(here);
    if (above === here) throw new Error('the prompts folder of greenlight-mcp is missing: reinstall the package');
    here = above;
  }
}
