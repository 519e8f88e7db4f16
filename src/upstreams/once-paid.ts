import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Which tools were read as paid before: a definition that changes must not make itself free. */
export interface OncePaid {
  has(server: string, tool: string): boolean;
  add(server: string, tool: string): void;
}

/**
 * The tools that were once read as paid, in a file that processes share: a line each, only ever added to. A file that cannot be read or
 * written is not an error: what this process has seen itself still counts.
 */
export function oncePaid(file: string): OncePaid {
  let seen: Set<string> | undefined;
  const all = (): Set<string> => (seen ??= new Set(linesOf(file)));
  return {
    has: (server, tool) => all().has(keyOf(server, tool)),
    add(server, tool) {
      const key = keyOf(server, tool);
      if (all().has(key)) return;
      all().add(key);
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        appendFileSync(file, `${key}\n`, { mode: 0o600 });
      } catch {
        // The next process reads the tool for itself.
      }
    },
  };
}

/** Names of servers hold no space; a tool's name may hold anything. */
function keyOf(server: string, tool: string): string {
  return `${server} ${JSON.stringify(tool)}`;
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
