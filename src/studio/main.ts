import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { OptionError, USAGE, parseOptions } from './options.js';
import type { StudioOptions } from './options.js';
import { createServer } from './server.js';
import { Studio } from './studio.js';

function readOptions(argv: string[]): StudioOptions | undefined {
  try {
    return parseOptions(argv);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

/**
 * Runs the demo studio over stdio until the client closes its end. Wrong options end it with exit code 2 and a message on
 * stderr; `--help` prints the options and returns.
 */
export async function runStudio(argv: string[]): Promise<void> {
  const options = readOptions(argv);
  if (options === undefined) return;
  if (options.help) {
    process.stdout.write(USAGE);
    return;
  }
  const studio = new Studio(options);
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    serveStdio(() => createServer(studio), {
      transport: studio.transport,
      onerror: (error) => studio.log(error.message),
    });
    studio.log('ready');
  });
}
