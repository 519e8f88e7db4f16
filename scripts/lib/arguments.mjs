import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder to work on: `--root <folder>` (used by the tests of the scripts) or the repository itself. */
export function rootFrom(argv) {
  const at = argv.indexOf('--root');
  return at === -1 ? REPOSITORY : resolve(argv[at + 1] ?? '');
}

/** The arguments that are neither flags nor the value of `--root`. */
export const plainArguments = (argv) => argv.filter((word, at) => !word.startsWith('--') && argv[at - 1] !== '--root');
