/** What a prompt written as a JSON object says: its text, its negative prompt and its other settings. */
export interface JsonPrompt {
  readonly text: string;
  readonly negative: string;
  /** Settings as name and value, in the order of their names. */
  readonly settings: readonly (readonly [string, string])[];
}

const PROMPT_NAMES = new Set([
  'prompt',
  'text',
  'positive',
  'positiveprompt',
  'textprompt',
  'description',
  'caption',
  'input',
]);
const NEGATIVE_NAMES = new Set(['negative', 'negativeprompt', 'neg', 'avoid']);
const MAX_DEPTH = 20;

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The leaves of a value as path and text; throws a RangeError when it is nested too deep to be a prompt. */
function leavesOf(value: unknown, path: readonly string[]): readonly (readonly [string, string])[] {
  if (path.length > MAX_DEPTH) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, [...path, String(at + 1)]));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, [...path, name]));
  }
  return [[path.join(' '), typeof value === 'string' ? value : JSON.stringify(value)]];
}

const byName = (left: readonly [string, string], right: readonly [string, string]): number =>
  left[0] < right[0] ? -1 : Number(left[0] > right[0]);

/** Reads a prompt that is a JSON object; undefined when it is none, so that it is read as plain text. */
export function readJson(prompt: string): JsonPrompt | undefined {
  const trimmed = prompt.trim();
  if (!trimmed.startsWith('{') || !trimmed.endsWith('}')) return undefined;
  try {
    const leaves = [...leavesOf(JSON.parse(trimmed), [])].sort(byName);
    const isText = ([path]: readonly [string, string]): boolean => PROMPT_NAMES.has(plainName(path));
    const isNegative = ([path]: readonly [string, string]): boolean => NEGATIVE_NAMES.has(plainName(path));
    const text = leaves.filter(isText).map(([, value]) => value);
    const negative = leaves.filter(isNegative).map(([, value]) => value);
    const rest = leaves.filter((leaf) => !isText(leaf) && !isNegative(leaf));
    // Without a field that is the prompt, all fields are: as labelled parts, whose order is that of their names.
    if (text.length === 0) {
      const labelled = rest.map(([path, value]) => `${path}: ${value}`).join('; ');
      return { text: labelled, negative: negative.join(', '), settings: [] };
    }
    return { text: text.join('; '), negative: negative.join(', '), settings: rest };
  } catch {
    return undefined;
  }
}
