import { readFileSync, statSync } from 'node:fs';
import { libraryPromptSchema, type LibraryPrompt } from '../model/library-prompt.js';

/** Prompts of a file, and the places in it that hold none. */
export interface ReadLibrary {
  readonly prompts: readonly LibraryPrompt[];
  readonly problems: readonly string[];
}

const largestBytes = 2_000_000;

/**
 * Reads a file of prompts, each line of JSON (`.jsonl`) or each second-level heading of Markdown one: `## title (kind)`,
 * perhaps a line `words: …`, then the prompt.
 */
export function parseLibrary(text: string, isJsonLines: boolean): ReadLibrary {
  const found = isJsonLines ? jsonLines(text) : sections(text);
  const prompts: LibraryPrompt[] = [];
  const problems: string[] = [];
  for (const { place, value } of found) {
    const checked = libraryPromptSchema.safeParse(value);
    if (checked.success) prompts.push(checked.data);
    else {
      problems.push(
        `${place}: ${checked.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
      );
    }
  }
  return { prompts, problems };
}

/** Reads a file of prompts; one that cannot be read holds none, and says why. */
export function readLibrary(file: string): ReadLibrary {
  try {
    if (statSync(file).size > largestBytes) return { prompts: [], problems: [`${file}: more than two megabytes`] };
    const read = parseLibrary(readFileSync(file, 'utf8'), /\.jsonl$/i.test(file));
    return { ...read, problems: read.problems.map((problem) => `${file}, ${problem}`) };
  } catch (error) {
    return { prompts: [], problems: [error instanceof Error ? error.message : String(error)] };
  }
}

interface Found {
  readonly place: string;
  readonly value: unknown;
}

function jsonLines(text: string): readonly Found[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const place = `line ${String(at + 1)}`;
    try {
      return [{ place, value: JSON.parse(line) as unknown }];
    } catch {
      return [{ place, value: line }];
    }
  });
}

function sections(text: string): readonly Found[] {
  const [, ...parts] = text.replaceAll('\r\n', '\n').split(/^## +/m);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const [, title = heading, kind] = /^(.*?)\s*\(([a-z0-9-]+)\)\s*$/.exec(heading) ?? [];
    const body = lines.join('\n').trim();
    const [, words = '', rest = body] = /^words:(.*)\n?([^]*)$/i.exec(body) ?? [];
    const listed = words
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '');
    return { place: `“${heading.trim()}”`, value: { title, kind, words: listed, prompt: rest } };
  });
}
