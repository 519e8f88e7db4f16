import { escapePattern } from '../../model/escape-pattern.js';
import type { InputValue, WorkflowFront, WorkflowInput } from '../../model/workflow.js';

/** Values for the inputs of a document, by name. */
export type InputValues = Readonly<Record<string, InputValue>>;

/** One thing wrong with a document's inputs or with the values given for them. */
export interface InputProblem {
  readonly input: string;
  /**
   * `missing` no value · `unknown` no such input · `number` not one · `choice` none of them · `undeclared` a placeholder without an
   * input · `unused` an input without a placeholder.
   */
  readonly why: 'missing' | 'unknown' | 'number' | 'choice' | 'undeclared' | 'unused';
  readonly description?: string | undefined;
  /** What may be said: the choices, or the names of the inputs. */
  readonly expected?: readonly InputValue[] | undefined;
}

/** The parts of a document in which placeholders stand. */
const parts = ['brief', 'plan', 'prompts', 'preferences', 'structure', 'constraints', 'style'] as const;

/** Properties that hold names of ours, whatever an example says. */
const fixed: ReadonlySet<string> = new Set(['phase', 'purpose', 'tool', 'model']);

const placeholder = /\{\{\s*(\p{L}[\p{L}\p{N}_-]*)\s*\}\}/gu;

/** A value as part of a shot's name, which holds letters, digits, dots, dashes and underscores only. */
const asName = (value: string): string => value.trim().replace(/[^\p{L}\p{N}._-]+/gu, '-');

/** Changes every text of a value, lists and objects inside included; `key` is the property that it stands under. */
function mapTexts(value: unknown, change: (text: string, key: string) => unknown, key = ''): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((each: unknown) => mapTexts(each, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mapTexts(each, change, name)]));
}

function mapParts(front: WorkflowFront, change: (text: string, key: string) => unknown): WorkflowFront {
  const changed = parts.map((part) => [part, mapTexts(front[part], change)] as const);
  return { ...front, ...(Object.fromEntries(changed) as Pick<WorkflowFront, (typeof parts)[number]>) };
}

/** The names that stand between double braces anywhere in a document. */
function placeholdersOf(front: WorkflowFront): ReadonlySet<string> {
  const found = new Set<string>();
  mapParts(front, (text) => {
    for (const [, name = ''] of text.matchAll(placeholder)) found.add(name);
    return text;
  });
  return found;
}

/** What of a document's inputs does not fit the rest of it. A document without inputs may hold braces of its own. */
export function inputFaults(front: WorkflowFront): readonly InputProblem[] {
  if (front.inputs.length === 0) return [];
  const declared = front.inputs.map(({ name }) => name);
  const placed = placeholdersOf(front);
  return [
    ...[...placed]
      .filter((name) => !declared.includes(name))
      .map((input) => ({ input, why: 'undeclared', expected: declared }) as const),
    ...declared.filter((name) => !placed.has(name)).map((input) => ({ input, why: 'unused' }) as const),
  ];
}

/**
 * A document with its placeholders filled in; a shot's name gets what of a value a name can hold.
 * @returns the filled front matter, or everything that is wrong, all together.
 */
export function fillWorkflow(front: WorkflowFront, given: InputValues): WorkflowFront | readonly InputProblem[] {
  const declared = front.inputs.map(({ name }) => name);
  const unknown = Object.keys(given)
    .filter((name) => !declared.includes(name))
    .map((input) => ({ input, why: 'unknown', expected: declared }) as const);
  const values = new Map<string, InputValue>();
  const problems: InputProblem[] = [...inputFaults(front), ...unknown];
  for (const input of front.inputs) {
    const value = Object.hasOwn(given, input.name) ? given[input.name] : input.default;
    const read = value === undefined ? 'missing' : valueOf(input, value);
    if (typeof read === 'object') values.set(input.name, read.value);
    else problems.push({ input: input.name, why: read, description: input.description, expected: input.choices });
  }
  if (problems.length > 0) return problems;
  if (front.inputs.length === 0) return front;
  return mapParts(front, (text, key) => filled(text, key, values));
}

/** Whether the inputs fitted. */
export function isFilled(filled: WorkflowFront | readonly InputProblem[]): filled is WorkflowFront {
  return 'name' in filled;
}

function valueOf(input: WorkflowInput, given: InputValue): { value: InputValue } | 'number' | 'choice' {
  const value = input.kind === 'number' ? Number(given) : String(given).trim();
  if (typeof value === 'number' && (!Number.isFinite(value) || String(given).trim() === '')) return 'number';
  const isChoice = input.choices?.some((choice) => String(choice) === String(value)) ?? true;
  return isChoice ? { value } : 'choice';
}

function filled(text: string, key: string, values: ReadonlyMap<string, InputValue>): unknown {
  const whole = /^\{\{\s*([^\s{}]+)\s*\}\}$/u.exec(text)?.[1];
  const only = whole === undefined ? undefined : values.get(whole);
  // A number that stands alone is one: a step's count, an argument.
  if (typeof only === 'number' && key !== 'shot') return only;
  return text.replace(placeholder, (all, name: string) => {
    const value = values.get(name);
    if (value === undefined) return all;
    return key === 'shot' ? asName(String(value)) : String(value);
  });
}

/** A document in which what an input was in this run is replaced by its placeholder, as whole words, in any case. */
export function withPlaceholders(front: WorkflowFront): WorkflowFront {
  const names = new Map<string, string>();
  for (const { name, kind, example } of front.inputs) {
    if (example === undefined || kind === 'number') continue;
    names.set(example.trim().toLowerCase(), name);
    names.set(asName(example).toLowerCase(), name);
  }
  names.delete('');
  if (names.size === 0) return front;
  // The longest first: an example may be part of another one.
  const examples = [...names.keys()].sort((one, other) => other.length - one.length);
  const any = examples.map(escapePattern).join('|');
  const pattern = new RegExp(`\\{\\{[^{}]*\\}\\}|(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  const replaced = (found: string): string => {
    const name = names.get(found.toLowerCase());
    return name === undefined ? found : `{{${name}}}`;
  };
  return mapParts(front, (text, key) => (fixed.has(key) ? text : text.replace(pattern, replaced)));
}
