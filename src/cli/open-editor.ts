import { spawn } from 'node:child_process';

/** Opens a file in the person's editor; resolves to its exit code when it is closed. */
export type Editor = (file: string) => Promise<number>;

/**
 * The editor of `VISUAL` or `EDITOR`, which may have arguments of its own; `vi` where neither is set.
 * @throws Error when it cannot be started.
 */
export function editorOf(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): Editor {
  const named = [env['VISUAL'], env['EDITOR']].find((each) => each !== undefined && each.trim() !== '');
  return (file) =>
    new Promise((resolve, reject) => {
      const stdio = 'inherit';
      const child =
        platform === 'win32'
          ? spawn(`${named ?? 'notepad'} "${file}"`, { stdio, shell: true })
          : // The path is handed over beside the words of the person, so that it needs no quoting.
            spawn('/bin/sh', ['-c', `${named ?? 'vi'} "$1"`, 'greenlight', file], { stdio });
      child.on('error', reject);
      child.on('close', (exitCode) => resolve(exitCode ?? 1));
    });
}
