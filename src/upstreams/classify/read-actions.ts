import type { Evidence, FreeWhen } from './classification.js';
import { isHarmless } from './is-harmless.js';
import { roleOfName, roleOfSentence, type Role } from './read-role.js';
import type { Field } from './schema-fields.js';
import { plainText, wordsOfName } from './text.js';

/** One tool that does several things, told apart by an argument. */
export interface ReadActions {
  /** All that it can do is harmless by name. */
  readonly allHarmless: boolean;
  /** Something that it can do generates or starts something. */
  readonly generates: boolean;
  /** Calls that are free by their names and by what the description says of each. */
  readonly freeWhen?: FreeWhen | undefined;
  readonly why: readonly Evidence[];
}

const selectors = new Set([
  'action',
  'operation',
  'op',
  'command',
  'cmd',
  'method',
  'verb',
  'subcommand',
  'task type',
  'request type',
]);

/** Reads an argument that says what the tool shall do; undefined where there is none. */
export function readActions(
  fields: readonly Field[],
  description: string,
  toolWords: readonly string[],
): ReadActions | undefined {
  const field = fields.find(({ words, choices, depth }) => depth === 0 && selectors.has(words) && choices.length > 1);
  if (field === undefined) return undefined;
  const actions = field.choices.map((choice) => {
    const role = roleOfName(wordsOfName(String(choice)), toolWords);
    return { choice, role, harmless: role !== undefined && isHarmless(role) };
  });
  const strict = actions.filter(({ choice, role, harmless }) => {
    if (role === undefined || !harmless || !['read', 'wait', 'cancel'].includes(role.deed)) return false;
    const said = clauseOf(String(choice), description);
    const byClause = said === undefined ? undefined : roleOfSentence(said);
    return (
      said !== undefined &&
      (byClause === undefined ? said.length > 0 && !/\bgenerat|\bcreat|\brender/.test(said) : isHarmless(byClause))
    );
  });
  const values = strict.map(({ choice }) => choice);
  return {
    allHarmless: actions.every(({ harmless }) => harmless),
    generates: actions.some(({ role }) => role !== undefined && generates(role)),
    freeWhen: values.length > 0 ? { argument: field.path, values } : undefined,
    why: [
      {
        about: 'cost',
        from: 'arguments',
        says: 'actions',
        words: `${field.path}: ${field.choices.slice(0, 12).join(', ')}`,
      },
    ],
  };
}

/** Whether an action surely makes something new, and not only another form of what is there. */
function generates({ deed, verb, things }: Role): boolean {
  if (deed === 'think') return things.includes('media') && verb !== 'analyze';
  return deed === 'run'
    ? verb !== 'start' && verb !== 'apply' && verb !== 'use'
    : deed === 'make' && !reshaping.has(verb);
}

const reshaping = new Set([
  'convert',
  'render',
  'turn',
  'merge',
  'restore',
  'crop',
  'cut',
  'build',
  'edit',
  'continue',
]);

/** What a description says of one action: the words after its name, where it is named like a term of a list. */
function clauseOf(choice: string, description: string): string | undefined {
  const name = plainText(choice).replace(/[^\w]+/g, '.');
  const match = new RegExp(
    `(?:^|[\\n:;.•"'(,-])\\s*["']?${name}["']?\\s*(?:[:(=—–-]|\\s-\\s)+\\s*([^.;\\n]{3,160})`,
  ).exec(description);
  return match?.[1]
    ?.replace(/[^\p{L}\p{N}\s'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
