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
    const next = lineReader(input);
    return () => next();
  }
  if (input.isTTY !== true) return () => Promise.resolve(undefined);
  return (question) => readHidden(input, ask, question);
}

/** Gives the next line each time it is called; the input may stay open. Nothing more comes out as an empty line. */
function lineReader(input: SecretInput): () => Promise<string> {
  let text = '';
  let ended = false;
  const lineEnd = (): number => text.indexOf('\n');
  return async () => {
    if (lineEnd() < 0 && !ended) {
      await new Promise<void>((resolve) => {
        const stop = (): void => {
          input.off('data', onData);
          input.off('end', onEnd);
          input.pause();
          resolve();
        };
        const onData = (chunk: string): void => {
          text += chunk;
          if (lineEnd() >= 0) stop();
        };
        const onEnd = (): void => {
          ended = true;
          stop();
        };
        input.setEncoding('utf8');
        input.on('data', onData);
        input.on('end', onEnd);
        input.resume();
      });
    }
    const end = lineEnd() < 0 ? text.length : lineEnd();
    const line = text.slice(0, end).replace(/\r$/, '');
    text = text.slice(end + 1);
    return line;
  };
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
        if (enter.has(key)) {
          finish(() => resolve(typed.join('')));
          return;
        }
        if (key === interrupt) {
          finish(() => reject(new CommandError('failed', 'interrupted')));
          return;
        }
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
