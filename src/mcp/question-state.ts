import { createHash, randomBytes } from 'node:crypto';
import { createRequestStateCodec } from '@modelcontextprotocol/server';
import type { ServerContext } from '@modelcontextprotocol/server';
import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const LIFETIME_SECONDS = 900;

/** One answered question. */
export interface Answer {
  readonly response: JsonObject;
  readonly afterMs: number;
}

/** Answers to this call's questions, by key. */
export type Answers = ReadonlyMap<string, Answer>;

interface State {
  /** Used up by the first call that brings it. */
  readonly nonce: string;
  /** Which call the questions belong to. */
  readonly call: string;
  /** The question that is open, and since when (milliseconds since 1970). */
  readonly open: { readonly key: string; readonly askedAt: number };
  readonly answers: Readonly<Record<string, Answer>>;
}

function digestOf(name: unknown, args: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([name, args ?? null]))
    .digest('base64url');
}

/**
 * The memory of questions in the 2026 era, where the gateway keeps nothing between a call and its repetition: a signed
 * text that the client carries. The key is made anew in every process. A state counts only for the very call (tool and
 * arguments) it was made for, once, and an answer only for a question that was asked: a call cannot bring its own yes
 * along, nor the same yes twice.
 */
export class QuestionState {
  private readonly codec = createRequestStateCodec<State>({ key: randomBytes(32), ttlSeconds: LIFETIME_SECONDS });

  /** Nonces of states that came back, with the time until which they have to be remembered. */
  private readonly used = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** The answers that came with a repeated call; none for a first one, or for a state that does not belong to it. */
  async answers(context: ServerContext, name: unknown, args: unknown): Promise<Answers> {
    const state = await this.read(context, name, args);
    if (state === undefined) return new Map();
    const answers = new Map(Object.entries(state.answers));
    const given = (context.mcpReq.inputResponses as JsonObject | undefined)?.[state.open.key];
    // A client that comes back without an answer has nobody to ask: the same question would go round for ever.
    const response = isJsonObject(given) ? given : {};
    answers.set(state.open.key, { response, afterMs: this.now() - state.open.askedAt });
    return answers;
  }

  /** The state to send along with a question. */
  mint(name: unknown, args: unknown, key: string, answers: Answers): Promise<string> {
    const open = { key, askedAt: this.now() };
    return this.codec.mint({
      nonce: randomBytes(12).toString('base64url'),
      call: digestOf(name, args),
      open,
      answers: Object.fromEntries(answers),
    });
  }

  private async read(context: ServerContext, name: unknown, args: unknown): Promise<State | undefined> {
    const sent: unknown = context.mcpReq.requestState();
    if (typeof sent !== 'string') return undefined;
    try {
      const state = await this.codec.verify(sent, context);
      return state.call === digestOf(name, args) && this.useUp(state.nonce) ? state : undefined;
    } catch {
      return undefined;
    }
  }

  private useUp(nonce: string): boolean {
    const now = this.now();
    for (const [old, until] of this.used) {
      if (until > now) break;
      this.used.delete(old);
    }
    if (this.used.has(nonce)) return false;
    this.used.set(nonce, now + LIFETIME_SECONDS * 1000);
    return true;
  }
}
