/** The beginning of a text, at most so many UTF-16 units; a character of two stays whole or is left out. */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const isSplit = /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[most] ?? '');
  return text.slice(0, isSplit ? most - 1 : Math.max(0, most));
}

/** A text as it is, or its beginning with `…` where it is longer than so many UTF-16 units; the `…` counts as one. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${beginningOf(text, most - 1)}…`;
}
