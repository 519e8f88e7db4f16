import { sep } from 'node:path';

/** How a client starts this very program. */
export interface Launcher {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * The command with which a client starts this installation: through `npx` when that is where it runs from, since that
 * folder does not last; otherwise node with the program's own path, which needs no network and no search path.
 * @param program real path of the running program
 */
export function launcherOf(program: string, node: string): Launcher {
  const fromNpx = program.split(sep).includes('_npx');
  return fromNpx ? { command: 'npx', args: ['-y', 'greenlight-mcp'] } : { command: node, args: [program] };
}
