import { RawClient, type RawMessage } from '../../fixtures/raw-client.js';
import { isJsonObject, type JsonObject } from '../../../src/model/json.js';
import { readAnswer, type Answer } from './gateway.js';

const key = (name: string): string => `io.modelcontextprotocol/${name}`;

/** What a client brings when it repeats a call with answers. */
export interface Brought {
  readonly requestState?: unknown;
  readonly inputResponses?: JsonObject;
}

/** A question that a call ended with, as the client sees it. */
export interface Asked {
  readonly questions: JsonObject;
  readonly state: string;
}

/** A client of the 2026-07-28 revision that speaks the wire itself, so that it can also forge and replay. */
export class ModernClient {
  private constructor(
    private readonly raw: RawClient,
    private readonly envelope: JsonObject,
  ) {}

  /** Starts a gateway over a config and asks it what it is. */
  static async start(config: string, capabilities: JsonObject): Promise<ModernClient> {
    const args = ['dist/greenlight.cjs', 'serve', '-c', config];
    const raw = new RawClient({ command: process.execPath, args, folder: '' });
    const client = new ModernClient(raw, {
      [key('protocolVersion')]: '2026-07-28',
      [key('clientCapabilities')]: capabilities,
      [key('clientInfo')]: { name: 'modern', version: '1' },
    });
    await raw.request('server/discover', { _meta: client.envelope });
    return client;
  }

  /** One run of a call: its result as it came. */
  async run(name: string, args: object, brought: Brought = {}): Promise<JsonObject> {
    const said: RawMessage = await this.raw.call(name, args, { ...brought, _meta: this.envelope });
    if (said.result === undefined) throw new Error(JSON.stringify(said.error));
    return said.result;
  }

  /** A call that has to end in an answer at once. */
  async call(name: string, args: object, brought: Brought = {}): Promise<Answer> {
    const result = await this.run(name, args, brought);
    if (result['resultType'] === 'input_required') throw new Error(`it asks: ${JSON.stringify(result)}`);
    return readAnswer(result);
  }

  /** A call that has to end in a question. */
  async asked(name: string, args: object, brought: Brought = {}): Promise<Asked> {
    const { inputRequests, requestState } = await this.run(name, args, brought);
    if (!isJsonObject(inputRequests) || typeof requestState !== 'string') throw new Error('nothing was asked');
    return { questions: inputRequests, state: requestState };
  }

  /** Ends the client and the gateway behind it. */
  async close(): Promise<void> {
    await this.raw.close();
  }
}

/** The same answer to every question of a call. */
export function answerAll({ questions, state }: Asked, answer: JsonObject): Brought {
  const inputResponses = Object.fromEntries(Object.keys(questions).map((name) => [name, answer]));
  return { requestState: state, inputResponses };
}
