/** A name in small words parted by spaces: `textToSpeech_v2` → "text to speech v 2" ("2" between words is "to"). */
export function wordsOfName(name: string): string[] {
  const spelled = name.includes('2')
    ? name.replace(/(?<=[A-Za-z]{3})2(?=[A-Za-z]{2})|(?<=[_\-. ])2(?=[_\-. ])/g, ' to ')
    : name;
  const parted = /[A-Z]/.test(spelled)
    ? spelled.replace(/([a-z\d])([A-Z])|([A-Z]+)(?=[A-Z][a-z])/g, '$1$3 $2')
    : spelled;
  return parted
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** A description without code, marks and signs: small letters, single spaces, sentence ends kept. */
export function plainText(text: string): string {
  return text
    .slice(0, 4000)
    .replace(/```[\s\S]*?(?:```|$)/g, ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[*`_#>"“”]+/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** The first sentence of a plain text, at most 240 characters. */
export function leadOf(text: string): string {
  const end = text.search(/[.!?:;](?:\s|$)|\n/);
  return (end === -1 ? text : text.slice(0, end))
    .slice(0, 240)
    .replace(/[^\p{L}\p{N}\s$'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
