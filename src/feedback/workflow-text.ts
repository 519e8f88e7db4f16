import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { isJsonObject } from '../model/json.js';
import { workflowFrontSchema, type Workflow, type WorkflowFront } from '../model/workflow.js';

const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?([\s\S]*)$/;

/** A workflow document as Markdown with YAML front matter: what a person reads, edits, and gives to a colleague. */
export function workflowText(document: Pick<Workflow, 'front' | 'body'>): string {
  const front = stringify(withoutEmpty(document.front), { lineWidth: 100 });
  const title = document.front.title ?? document.front.name;
  const body = document.body.trim() === '' ? `# ${title}` : document.body.trim();
  return `---\n${front}---\n\n${body}\n`;
}

/**
 * Reads a Markdown document with YAML front matter.
 * @throws Error that says which field is wrong and what was expected.
 */
export function parseWorkflow(text: string): { front: WorkflowFront; body: string } {
  const match = frontMatter.exec(text);
  if (match === null) throw new Error('the document must begin with YAML front matter between two lines of "---"');
  const front: unknown = parse(match[1] ?? '', { maxAliasCount: 20 });
  const checked = workflowFrontSchema.safeParse(front);
  if (!checked.success) throw new Error(`front matter: ${z.prettifyError(checked.error)}`);
  return { front: checked.data, body: (match[2] ?? '').trim() };
}

/**
 * Fields of a document's front matter that no document has: what stands under them would be lost.
 * @throws Error as {@link parseWorkflow} does.
 */
export function unreadFields(text: string): readonly string[] {
  const { front } = parseWorkflow(text);
  const raw: unknown = parse(frontMatter.exec(text)?.[1] ?? '', { maxAliasCount: 20 });
  return lostFields(raw, front, []).sort();
}

/** Where a text says something that was not read from it. */
function lostFields(said: unknown, read: unknown, path: readonly string[]): string[] {
  if (Array.isArray(said) && Array.isArray(read)) {
    return said.flatMap((each, index) => lostFields(each, read[index], [...path, String(index)]));
  }
  if (!isJsonObject(said) || !isJsonObject(read)) return [];
  return Object.entries(said).flatMap(([name, value]) =>
    Object.hasOwn(read, name) ? lostFields(value, read[name], [...path, name]) : [[...path, name].join('.')],
  );
}

/** Leaves out what says nothing, so that a document is short to read. */
function withoutEmpty(front: WorkflowFront): Record<string, unknown> {
  const said = Object.entries(front).filter(([, value]) => {
    if (value === undefined) return false;
    if (Array.isArray(value)) return value.length > 0;
    return typeof value !== 'object' || Object.keys(value).length > 0;
  });
  const order = [
    'name',
    'title',
    'proven',
    'inputs',
    'preferences',
    'constraints',
    'style',
    'structure',
    'models',
    'brief',
    'plan',
    'prompts',
  ];
  return Object.fromEntries(said.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
