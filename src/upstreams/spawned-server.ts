import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { CommandEntry } from './server-entry.js';

const SAFE_POSIX = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER'];
const SAFE_WINDOWS = [
  'APPDATA',
  'COMSPEC',
  'HOMEDRIVE',
  'HOMEPATH',
  'LOCALAPPDATA',
  'PATH',
  'PATHEXT',
  'PROCESSOR_ARCHITECTURE',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'PROGRAMFILES(X86)',
  'PROGRAMW6432',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'TEMP',
  'USERNAME',
  'USERPROFILE',
  'WINDIR',
];
const TAIL_CHARACTERS = 2000;

/** A child process with its three streams. */
export type ServerProcess = ChildProcessByStdio<Writable, Readable, Readable>;

function childEnvironment(added: CommandEntry['env']): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of process.platform === 'win32' ? SAFE_WINDOWS : SAFE_POSIX) {
    const value = process.env[name];
    // A value that begins so is an exported shell function.
    if (value !== undefined && !value.startsWith('()')) environment[name] = value;
  }
  return { ...environment, ...added };
}

/**
 * A server's process from the moment it was started. It can be started long before anything reads from it: what it writes
 * waits in the pipe, and a failed start is remembered. Nothing of the protocol library is needed to make one.
 */
export class SpawnedServer {
  readonly process: ServerProcess;
  /** Why it could not be started; undefined while it runs or after it ran. */
  startError: Error | undefined;
  private tail = '';
  private readonly ended: Promise<void>;

  constructor(entry: CommandEntry) {
    this.process = spawn(entry.command, [...(entry.args ?? [])], {
      env: childEnvironment(entry.env),
      cwd: entry.cwd,
      stdio: ['pipe', 'pipe', 'pipe'],
      windowsHide: true,
    });
    this.ended = new Promise((resolve) => {
      this.process.once('close', () => resolve());
      this.process.once('error', (error) => {
        this.startError = error;
        resolve();
      });
    });
    // A pipe closed by the child is told by its end, not by the write that failed.
    this.process.stdin.on('error', () => undefined);
    this.process.stderr.on('data', (chunk: Buffer) => {
      this.tail = (this.tail + chunk.toString()).slice(-TAIL_CHARACTERS);
    });
  }

  /** The last words on its error stream, at most 2,000 characters. */
  get lastWords(): string {
    return this.tail.trim();
  }

  /** Whether bytes can still be handed to it. */
  get writable(): boolean {
    return this.startError === undefined && !this.hasEnded && this.process.stdin.writable;
  }

  /** Whether it ran and ended. */
  get hasEnded(): boolean {
    return this.process.exitCode !== null || this.process.signalCode !== null;
  }

  /** How it ended, in words. */
  get ending(): string {
    if (this.startError !== undefined) return this.startError.message;
    if (this.process.signalCode !== null) return `ended by ${this.process.signalCode}`;
    return this.process.exitCode === null ? 'still running' : `ended with code ${this.process.exitCode}`;
  }

  /** Resolves when it is gone. */
  whenGone(): Promise<void> {
    return this.ended;
  }

  /** End of input, after `graceMs` terminate, after another `graceMs` kill. Resolves when it is gone. */
  async stop(graceMs: number): Promise<void> {
    if (this.startError !== undefined) return;
    this.process.stdin.end();
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (await this.goneWithin(graceMs)) break;
      this.process.kill(signal);
    }
    await this.goneWithin(graceMs);
    // Grandchildren may hold the pipes open; nobody reads them any more.
    this.process.stdout.destroy();
    this.process.stderr.destroy();
  }

  private async goneWithin(limitMs: number): Promise<boolean> {
    if (this.hasEnded) return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.process.off('exit', onExit);
        resolve(this.hasEnded);
      }, limitMs);
      const onExit = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      this.process.once('exit', onExit);
    });
  }
}
