declare module 'string-similarity' {
  /** Dice's coefficient of the two texts' letter pairs, 0 to 1. */
  export function compareTwoStrings(first: string, second: string): number;
  const library: { compareTwoStrings: typeof compareTwoStrings };
  export default library;
}
