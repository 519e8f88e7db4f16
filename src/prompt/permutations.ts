/** What a prompt with choices in braces stands for. */
export interface Permutations {
  /** Prompts that it is expanded to, each a job of its own; 1 without choices, `Infinity` beyond counting. */
  readonly combinations: number;
  /** The first of them. */
  readonly first: string;
}

/** A piece of a prompt: plain text, or a sign that acts. */
interface Piece {
  readonly text: string;
  readonly acts?: 'open' | 'close' | 'comma' | undefined;
}

/** A group that is being read; the whole prompt is one without braces. */
interface Group {
  /** Combinations of its earlier options. */
  earlier: number;
  /** Combinations of the option that is being read. */
  own: number;
  /** Whether what is read belongs to the first combination. */
  isFirst: boolean;
  /** Where its text begins in the first combination. */
  readonly start: number;
}

/**
 * Reads `{red, blue, green} car` as one prompt for each combination: groups multiply, nested ones add up to their options,
 * `\,` `\{` `\}` are plain text, and so are braces without a partner and JSON. Takes time in proportion to the text.
 */
export function permutationsOf(prompt: string): Permutations {
  if (!prompt.includes('{') || isJson(prompt)) return { combinations: 1, first: prompt };
  const root = groupAt(0, true);
  const groups: Group[] = [];
  const first: string[] = [];
  for (const { text, acts } of piecesOf(prompt)) {
    const group = groups.at(-1) ?? root;
    if (acts === 'open') groups.push(groupAt(first.length, group.isFirst));
    else if (acts === 'comma') nextOption(group);
    else if (acts === 'close') {
      groups.pop();
      close(group, groups.at(-1) ?? root, first);
    } else if (group.isFirst && !(group !== root && isBlank(text) && first.length === group.start)) first.push(text);
  }
  return { combinations: root.own, first: first.join('') };
}

const groupAt = (start: number, isFirst: boolean): Group => ({ earlier: 0, own: 1, isFirst, start });

const isBlank = (text: string | undefined): boolean => text?.trim() === '';

function nextOption(group: Group): void {
  group.earlier += group.own;
  group.own = 1;
  group.isFirst = false;
}

/** Each option goes with each combination of what stands around the group; spaces around an option are no part of it. */
function close(group: Group, outer: Group, first: string[]): void {
  outer.own *= group.earlier + group.own;
  while (first.length > group.start && isBlank(first.at(-1))) first.pop();
}

function* piecesOf(prompt: string): Generator<Piece> {
  const ends = partners(prompt);
  let depth = 0;
  for (let at = 0; at < prompt.length; at += 1) {
    const sign = prompt.charAt(at);
    const end = ends.get(at);
    const json = depth === 0 && end !== undefined ? prompt.slice(at, end + 1) : '';
    if (sign === '\\') {
      at += 1;
      const next = prompt.charAt(at);
      yield { text: next === ',' && depth > 0 ? next : sign + next };
    } else if (isJson(json)) {
      at += json.length - 1;
      yield { text: json };
    } else if (end !== undefined) {
      depth += sign === '{' ? 1 : -1;
      yield { text: sign, acts: sign === '{' ? 'open' : 'close' };
    } else yield { text: sign, acts: sign === ',' && depth > 0 ? 'comma' : undefined };
  }
}

/** For each brace that has one, where its partner stands. */
function partners(prompt: string): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < prompt.length; at += 1) {
    const sign = prompt.charAt(at);
    if (sign === '\\') at += 1;
    else if (sign === '{') open.push(at);
    else if (sign === '}') {
      const start = open.pop();
      if (start === undefined) continue;
      found.set(start, at);
      found.set(at, start);
    }
  }
  return found;
}

/** Whether a text is a JSON object or list: its commas part properties, not choices. */
function isJson(text: string): boolean {
  if (!/^\s*(?:\{\s*"|\[)/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
