import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestId } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';
import { CRASH_CODE } from './faults.js';

/** How an answer can be made to leave: twice, in drops with pauses between them, or cut off by the end of the process. */
export const leavings = ['twice', 'drip', 'cut'] as const;

/** One of {@link leavings}. */
export type Leaving = (typeof leavings)[number];

type Message = Parameters<StdioServerTransport['send']>[0];

const DROPS = 16;
const DROP_PAUSE_MS = 12;

/** The stdio transport, which can be told to let one answer leave in an odd way. */
export class StudioTransport extends StdioServerTransport {
  private readonly odd = new Map<RequestId, Leaving>();
  /** What is being written: nothing else may come between the drops of an answer. */
  private last: Promise<void> = Promise.resolve();

  /** Makes the answer to a request leave in an odd way. */
  letLeave(id: RequestId, how: Leaving): void {
    this.odd.set(id, how);
  }

  override send(message: Message): Promise<void> {
    const sent = this.last.then(() => this.sendNow(message));
    this.last = sent.catch(() => undefined);
    return sent;
  }

  private async sendNow(message: Message): Promise<void> {
    const how = this.howToLeave(message);
    const line = Buffer.from(how === 'drip' || how === 'cut' ? `${JSON.stringify(message)}\n` : '');
    if (how === 'drip') return drip(line);
    if (how === 'cut') return cut(line);
    await super.send(message);
    if (how === 'twice') await super.send(message);
  }

  private howToLeave(message: Message): Leaving | undefined {
    if (!('id' in message) || 'method' in message || message.id === undefined) return undefined;
    const how = this.odd.get(message.id);
    this.odd.delete(message.id);
    return how;
  }
}

async function drip(line: Buffer): Promise<void> {
  const size = Math.ceil(line.length / DROPS);
  for (let at = 0; at < line.length; at += size) {
    await write(line.subarray(at, at + size));
    await sleep(DROP_PAUSE_MS);
  }
}

async function cut(line: Buffer): Promise<never> {
  await write(line.subarray(0, line.length / 2));
  process.exit(CRASH_CODE);
}

function write(bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(bytes, () => resolve());
  });
}
