import { CommandError } from './command-error.js';

/** Standard input, as far as reading a secret needs it. */
export interface SecretInput {
  readonly isTTY?: boolean | undefined;
  setRawMode?: ((raw: boolean) => unknown) | undefined;
  setEncoding(encoding: 'utf8'): unknown;
  on(event: 'data' | 'end', listener: (chunk: string) => void): unknown;
  off(event: 'data' | 'end', listener: (chunk: string) => void): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** Gives the next secret, or undefined where nobody can be asked for one. */
export type PasswordReader = (question: string) => Promise<string | undefined>;

/**
 * Reads secrets: one a line from standard input when that was asked for, else without an echo at a terminal. They never
 * come from arguments or environment, where other processes could read them.
 * @param ask writes a question, without a line break
 */
export function passwordReader(
  input: SecretInput,
  ask: (text: string) => void,
  options: { readonly fromInput: boolean },
): PasswordReader {
  if (options.fromInput) {
    let lines: Promise<string[]> | undefined;
    return async () => {
      lines ??= readLines(input);
      return (await lines).shift() ?? '';
    };
  }
  if (input.isTTY !== true) return () => Promise.resolve(undefined);
  return (question) => readHidden(input, ask, question);
}

/** Every line until the input ends; the last line break closes a line, it does not open one. */
function readLines(input: SecretInput): Promise<string[]> {
  return new Promise((resolve) => {
    let text = '';
    input.setEncoding('utf8');
    input.on('data', (chunk) => {
      text += chunk;
    });
    input.on('end', () => resolve(text.replace(/\r?\n$/, '').split(/\r?\n/)));
    input.resume();
  });
}

const enter = new Set(['\r', '\n', '\u0004']);
const rubOut = new Set(['\u007f', '\b']);
const clearLine = '\u0015';
const interrupt = '\u0003';
const escape = '\u001b';

/** Reads one line at a terminal that shows nothing of it. */
function readHidden(input: SecretInput, ask: (text: string) => void, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed: string[] = [];
    const finish = (how: () => void): void => {
      input.off('data', onData);
      input.setRawMode?.(false);
      input.pause();
      ask('\n');
      how();
    };
    const onData = (chunk: string): void => {
      // An arrow or function key is no part of a password.
      if (chunk.startsWith(escape)) return;
      for (const key of chunk) {
        if (enter.has(key)) return finish(() => resolve(typed.join('')));
        if (key === interrupt) return finish(() => reject(new CommandError('failed', 'interrupted')));
        if (rubOut.has(key)) typed.pop();
        else if (key === clearLine) typed = [];
        else typed.push(key);
      }
    };
    ask(`${question} `);
    input.setEncoding('utf8');
    input.setRawMode?.(true);
    input.on('data', onData);
    input.resume();
  });
}
