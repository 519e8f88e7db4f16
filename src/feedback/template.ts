import { formatCredits } from '../model/credits.js';
import type { Facts } from '../gate/texts-port.js';

/**
 * Fills a text in: `{{path}}` a fact, `{{path|credits}}` micro-credits as credits, `{{path|list}}` a list in one line,
 * `{{#path}}…{{/path}}` only where the fact is there (once per entry of a list of objects), `{{^path}}…{{/path}}` only
 * where it is not, `{{> name}}` another text of the same file. Missing facts come out empty; texts never run code.
 */
export function fill(text: string, facts: Facts, partials: ReadonlyMap<string, string> = new Map()): string {
  return fillAt(text, facts, partials, 0);
}

/** Texts nest a few levels at most; deeper means that a text includes itself. */
const maxDepth = 8;

const block = /\{\{([#^])\s*([\w.]+)\s*\}\}([\s\S]*?)\{\{\/\s*\2\s*\}\}/g;
const partial = /\{\{>\s*([\w-]+)\s*\}\}/g;
const slot = /\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}/g;

function fillAt(text: string, facts: Facts, partials: ReadonlyMap<string, string>, depth: number): string {
  if (depth > maxDepth) return '';
  const included = text.replace(partial, (_, name: string) => partials.get(name)?.trim() ?? '');
  let filled = '';
  let done = 0;
  // Piece by piece, because what was filled in must not be read again: a fact may hold an agent's own `{{…}}`.
  for (const match of included.matchAll(block)) {
    const [whole, kind = '', path = '', inner = ''] = match;
    filled += fillSlots(included.slice(done, match.index), facts);
    for (const own of openings(kind, path, facts)) filled += fillAt(inner, own, partials, depth + 1);
    done = match.index + whole.length;
  }
  return filled + fillSlots(included.slice(done), facts);
}

/** The facts that a block is filled with: once for each time that it is shown. */
function openings(kind: string, path: string, facts: Facts): readonly Facts[] {
  const value = factAt(facts, path);
  if (kind === '^') return isThere(value) ? [] : [facts];
  if (!isThere(value)) return [];
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  if (entries.length === 0 || !entries.every(isFacts)) return [facts];
  return entries.map((entry) => ({ ...facts, ...entry }));
}

function fillSlots(text: string, facts: Facts): string {
  return text.replace(slot, (_, path: string, form?: string) => show(factAt(facts, path), form));
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isThere(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== false && value !== '' && value !== 0;
}

function factAt(facts: Facts, path: string): unknown {
  let value: unknown = facts;
  for (const key of path.split('.')) {
    if (!isFacts(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

function show(value: unknown, form: string | undefined): string {
  if (value === undefined || value === null) return form === 'credits' ? '0' : '';
  if (form === 'credits') return typeof value === 'number' ? formatCredits(value) : '';
  if (Array.isArray(value)) return value.map((item) => show(item, undefined)).join(', ');
  if (typeof value === 'string') return value;
  return JSON.stringify(value);
}
