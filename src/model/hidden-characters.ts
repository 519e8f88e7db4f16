import { isJsonObject } from './json.js';

/** Characters that show nothing, or turn the reading around, and are not line breaks or tabs. */
const hidden =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f' +
  '\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff0-\\ufffb' +
  '\\u{1bca0}-\\u{1bca3}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}';

/** Scripts whose letters are joined, or kept apart, by a joiner that shows nothing itself. */
const joining = [
  ...['Arabic', 'Syriac', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada'],
  ...['Malayalam', 'Sinhala', 'Khmer', 'Myanmar', 'Mongolian', 'Nko', 'Tibetan'],
]
  .map((script) => `\\p{Script=${script}}`)
  .join('');

const emoji = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}?[\\ufe0e\\ufe0f]?';
const regions = ['eng', 'sct', 'wls'];

/** What belongs to what can be seen, and stays whole: at most one mark of each kind, so that nothing can be written in them. */
const whole = [
  `\\u{1f3f4}(?:${regions.map((region) => tagged(`gb${region}`)).join('|')})\\u{e007f}`,
  `${emoji}(?:\\u200d${emoji})*`,
  '[0-9#*]\\ufe0f\\u20e3',
  '[\\p{Script=Han}](?:[\\ufe00-\\ufe0f]|[\\u{e0100}-\\u{e01ef}])',
  '\\p{Sm}\\ufe00',
  '[\\u1820-\\u18aa][\\u180b-\\u180e]',
  `[${joining}][\\u200c\\u200d]`,
];

const terminal = [
  '(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]',
  '(?:\\u001b[\\]P^_X]|[\\u009d\\u0090\\u009e\\u009f\\u0098])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)',
  '\\u001b[ -~]',
];

const any = new RegExp(`[${hidden}]`, 'u');
const parts = new RegExp(`(${whole.join('|')})|(${terminal.join('|')})|[${hidden}]`, 'gu');
const breaks = /[\u2028\u2029]/;

/**
 * A text without what cannot be seen in it: zero-width and format characters, marks that turn the reading direction, tag
 * characters, commands to terminals. Emoji sequences and the joiners of scripts that need them stay. A text in which there is
 * nothing of the kind comes back as it is.
 */
export function withoutHidden(text: string): string {
  if (!any.test(text)) return text;
  return text.replace(parts, (found, kept: string | undefined) => kept ?? (breaks.test(found) ? '\n' : ''));
}

/** A text in which what cannot be seen is written out, as `⟨U+200B⟩`. */
export function showHidden(text: string): string {
  if (!any.test(text)) return text;
  return text.replace(parts, (found, kept: string | undefined) => kept ?? Array.from(found, writtenOut).join(''));
}

/** A JSON value with {@link withoutHidden} done to every text and key in it; the same value where nothing was hidden. */
export function withoutHiddenIn<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutHidden(value);
  if (Array.isArray(value)) {
    const items = value.map(cleaned);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const clean = entries.map(([key, item]) => [withoutHidden(key), cleaned(item)] as const);
  const isSame = clean.every(([key, item], index) => key === entries[index]?.[0] && item === entries[index][1]);
  return isSame ? value : Object.fromEntries(clean);
}

function writtenOut(character: string): string {
  if (!any.test(character)) return character;
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Letters as tag characters, as a pattern. */
function tagged(letters: string): string {
  return Array.from(letters, (letter) => `\\u{${(0xe0000 + letter.charCodeAt(0)).toString(16)}}`).join('');
}
