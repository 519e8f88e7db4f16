import { spawnSync } from 'node:child_process';

/** What a script of ours said and how it ended. */
export interface ScriptRun {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `node scripts/<name>` of this repository with the arguments given. */
export function runScript(name: string, ...args: readonly string[]): ScriptRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${name}`, ...args], { encoding: 'utf8' });
  return { code: status, output: `${stdout}${stderr}` };
}
