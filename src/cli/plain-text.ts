// What agents and upstreams wrote may hold terminal commands, and marks that turn the reading direction round: either
// could make a person approve something else than what they read.
const unseen =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const commands = /[\u0000-\u001f]/gu;

/** A text in one line for a terminal: whatever is no visible character comes out as `·`, line breaks as spaces. */
export function plainLine(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .replace(/\t/g, ' ')
    .replace(commands, '·')
    .replace(unseen, '·');
}

/** A text of several lines for a terminal: line breaks stay, whatever is no visible character comes out as `·`. */
export function plainLines(text: string): string {
  return text
    .split(/\r\n|\n/)
    .map((line) => line.replace(/\t/g, '  ').replace(commands, '·').replace(unseen, '·'))
    .join('\n');
}

/** Data as indented JSON whose invisible characters are written as escapes. */
export function plainJson(data: unknown): string {
  const hexadecimal = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(data, null, 2).replace(unseen, (character) => character.split('').map(hexadecimal).join(''));
}
