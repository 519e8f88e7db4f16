/** A prompt's text in one form of letters, its quoted literals lifted out and left behind as numbered marks. */
export interface NormalText {
  readonly text: string;
  readonly quotes: readonly string[];
  /** Addresses of references, verbatim. */
  readonly links: readonly string[];
}

/** A mark that stands for a quoted literal: private-use characters around its number. */
export const quoteMark = /\uE000(\d+)\uE001/u;

// Every repetition has an upper bound, so that a page of opening quotes stays linear.
const quoted = new RegExp(
  [
    '"([^"]{1,400})"',
    '“([^“”]{1,400})”',
    '„([^„“”"]{1,400})[“”"]',
    '«([^«»]{1,400})»',
    '「([^「」]{1,400})」',
    '『([^『』]{1,400})』',
    '《([^《》]{1,400})》',
    "(?<![\\p{L}\\p{N}'])'(?!')([^'\"]{1,200})'(?![\\p{L}\\p{N}'])",
    '‘([^‘]{1,200}?)’(?!\\p{L})',
  ].join('|'),
  'gu',
);
const INVISIBLE =
  /[\u00AD\u034F\u061C\u0640\u115F\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uE000-\uF8FF\uFFF9-\uFFFD]/gu;
const LOOSE_JOINER = /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D/gu;
const LINK = /https?:\/\/[^\s"'<>“”]{1,2000}/giu;
const VIETNAMESE = /[ăđơưĂĐƠƯ\u0309\u0323\u031B]/u;

function withoutOuterQuotes(text: string): string {
  const inner = /^["“„«]([^"“”„«»]*)["”“»][.!]?$/u.exec(text)?.[1];
  return inner !== undefined && inner.includes(' ') ? inner : text;
}

/** Takes the accents off Latin letters only: in other scripts, and in Vietnamese, the marks make the word. */
function folded(text: string): string {
  const apart = text.normalize('NFD');
  const plain =
    VIETNAMESE.test(text) || VIETNAMESE.test(apart) ? apart : apart.replace(/([a-z])[\u0300-\u036F]+/gu, '$1');
  return plain.normalize('NFC').replaceAll('ß', 'ss').replaceAll('ё', 'е').replaceAll('ς', 'σ');
}

/** Brings letters, quotes, invisible characters and white space into one form; quoted literals keep their own. */
export function normalise(raw: string): NormalText {
  const quotes: string[] = [];
  const links: string[] = [];
  const visible = raw.normalize('NFC').replace(INVISIBLE, '').replace(LOOSE_JOINER, '').replace(/''+/gu, ' ');
  const local = visible.replace(LINK, (link) => {
    links.push(link.replace(/[.,;:!?)\]]+$/u, ''));
    return ' ';
  });
  const lifted = withoutOuterQuotes(local.trim()).replace(quoted, (whole: string, ...groups: unknown[]) => {
    const literal = groups.find((group) => typeof group === 'string' && group !== whole);
    const text = typeof literal === 'string' ? literal.replace(/\s+/gu, ' ').trim() : '';
    if (text === '') return ' ';
    quotes.push(text.replace(/[’ʼ]/gu, "'"));
    return ` \uE000${quotes.length - 1}\uE001 `;
  });
  const plain = lifted
    .normalize('NFKC')
    .replace(/[’‘ʼ`´]/gu, "'")
    .replaceAll('\uFE0F', '')
    .toLowerCase();
  return { text: folded(plain).replace(/\s+/gu, ' ').trim(), quotes, links };
}
