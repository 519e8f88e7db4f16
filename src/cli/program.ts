/** Runs every command but `serve` and `studio`. */
export async function runCommand(argv: readonly string[]): Promise<void> {
  throw new Error(`unknown command: ${argv.join(' ')}`);
}
