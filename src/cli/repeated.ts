/** Collects the values of an option that may be given several times; to be handed to commander with a first value of []. */
export function repeated(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
