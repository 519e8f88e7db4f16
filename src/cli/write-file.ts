import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a new text in a file's place in one step: a reader sees the old one or the new one, never a half. Links stay
 * links, and the file keeps its mode; one that was not there is the user's alone.
 * @param mayBeNew whether a file that is not there is made
 * @throws Error of the file system; the old file is unharmed then.
 */
export function replaceFile(file: string, text: string, mayBeNew = false): void {
  const isNew = mayBeNew && !existsSync(file);
  const target = isNew ? file : realpathSync(file);
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}`);
  try {
    writeFileSync(draft, text, { mode: isNew ? 0o600 : statSync(target).mode & 0o777, flag: 'wx' });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
