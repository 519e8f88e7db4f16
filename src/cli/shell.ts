import { isatty } from 'node:tty';
import picocolors from 'picocolors';
import { openTexts } from '../feedback/texts.js';
import type { Texts } from '../gate/texts-port.js';
import type { SecretInput } from './password-reader.js';
import { progressBar, type Progress } from './progress-bar.js';

/** The colours that commands use; all of them leave a text as it is where colour is not wanted. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow', (text: string) => string>>;

/** What commands have of the terminal they were started in. */
export interface Shell {
  readonly texts: Texts;
  readonly paint: Paint;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly input: SecretInput;
  /** Writes to standard output: the answer. */
  readonly print: (text: string) => void;
  /** Writes to standard error: questions, remarks, problems. */
  readonly say: (text: string) => void;
  /** Writes a question to standard error: the answer stands in the same line. */
  readonly ask: (text: string) => void;
  /** A bar on standard error for long work; draws nothing unless that is a terminal. */
  readonly progress: (label: string, total: number) => Progress;
  /** Sets the exit code that the process will end with. */
  readonly end: (exitCode: number) => void;
}

/** The shell of this process. Colour is for terminals only, and `NO_COLOR` switches it off. */
export function openShell(): Shell {
  const colours = picocolors.createColors(picocolors.isColorSupported && isatty(process.stdout.fd));
  return {
    texts: openTexts(),
    paint: colours,
    now: Date.now,
    input: process.stdin,
    print: (text) => process.stdout.write(`${text}\n`),
    say: (text) => process.stderr.write(`${text}\n`),
    ask: (text) => process.stderr.write(text),
    progress: (label, total) => progressBar(process.stderr, label, total, Date.now),
    end: (exitCode) => {
      process.exitCode = exitCode;
    },
  };
}
