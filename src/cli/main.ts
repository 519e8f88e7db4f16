import { exitCodes } from './exit-codes.js';

/**
 * The `greenlight` command. `serve` and `studio` take short ways: a client waits for the first, and neither needs the
 * rest of the command line.
 */
async function main(argv: readonly string[]): Promise<void> {
  const [command, ...rest] = argv;
  if (command === 'serve') {
    const { serve } = await import('./serve.js');
    return serve(rest);
  }
  if (command === 'studio') {
    // A bundle of its own: it draws, and nothing else of Greenlight needs a renderer.
    const studio = './studio.js';
    await import(studio);
    return;
  }
  const { runCommand } = await import('./program.js');
  return runCommand(argv);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`greenlight: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(exitCodes.failed);
});
