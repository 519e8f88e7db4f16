/** A text of ours whose `quoted` parts are to be typed or looked up as they stand. */
export function withCode(text: string) {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));
}
