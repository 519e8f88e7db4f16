/** Said of an answer that was dropped because of its size; a paid call may well have been made. */
export function tooLargeWords(server: string, limitBytes: number): string {
  const limit = Math.round((limitBytes / (1024 * 1024)) * 100) / 100;
  return `The server "${server}" answered with more than ${limit} MB, which was not taken in (limits.answerMegabytes). Whether it did the work is unknown.`;
}

/** Said of an answer that was dropped because of its nesting. */
export function tooDeepWords(server: string, depth: number): string {
  return `The server "${server}" answered with more than ${depth} levels of nesting, which was not taken in (limits.depth). Whether it did the work is unknown.`;
}
