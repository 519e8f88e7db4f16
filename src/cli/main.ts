import { fileURLToPath } from 'node:url';
import { startServersEarly } from './early-servers.js';
import { exitCodes } from './exit-codes.js';
import { startMs } from './start-time.js';
import type * as Program from './program.js';
import type * as Serve from './serve.js';

/**
 * The `greenlight` command: a small program that loads what a command needs. A client waits for `serve`, so it starts the
 * servers first and loads the gateway while they start.
 */
async function main(argv: readonly string[]): Promise<void> {
  const [command, ...rest] = argv;
  const asksForHelp = rest.includes('--help') || rest.includes('-h');
  if (command === 'serve' && !asksForHelp) {
    const early = startServersEarly(rest, process.env);
    const { keepHeapSmall, optimizeAfter } = await import('./engine-flags.js');
    keepHeapSmall();
    // What is kept of a start is only used again under the same settings, so it is kept before they change.
    optimizeAfter(startMs + 500);
    const { serve } = (await loadProgram('serve.cjs')) as typeof Serve;
    return serve(rest, early);
  }
  if (command === 'studio') {
    // A bundle of its own: it draws, and nothing else of Greenlight needs a renderer.
    const studio = './studio.js';
    await import(studio);
    return;
  }
  const { runCommand } = (await loadProgram('program.cjs')) as typeof Program;
  return runCommand(argv);
}

/** Loads a program that lies beside this one; what loading needs is itself loaded only now. */
async function loadProgram(name: string): Promise<object> {
  const programs = await import('./load-program.js');
  return programs.loadProgram(fileURLToPath(new URL(name, import.meta.url)));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`greenlight: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(exitCodes.failed);
});
