import { connectRaw, connectSdk } from './clients.mjs';
import { endTree, ownProcesses } from './process-tree.mjs';
import { prompts } from './prompts.mjs';

const TOOL = 'generate_image';

function textOf(result) {
  return (result?.content ?? [])
    .filter(({ type }) => type === 'text')
    .map(({ text }) => text)
    .join('\n');
}

/** Ends a call that did not go as it must: what is not right is never timed. */
function refuse(target, result) {
  throw new Error(`${target.name}: ${textOf(result).replace(/\s+/g, ' ').slice(0, 400) || JSON.stringify(result)}`);
}

/** One target, started and connected. Calls are numbered and get the same prompts in the same order everywhere. */
export class Session {
  #client;
  #prompts = prompts();
  #calls = 0;

  constructor(target, client, data) {
    this.target = target;
    this.data = data;
    this.pid = client.pid;
    this.#client = client;
  }

  /** Starts a target and waits until its tools are listed; `readyMs` is the time that took. */
  static async open(target, kind) {
    const { data, ...start } = target.start();
    const began = performance.now();
    const client = await (kind === 'raw' ? connectRaw : connectSdk)(start);
    const { tools } = await client.listTools();
    const readyMs = performance.now() - began;
    const session = new Session(target, client, data);
    if (tools.some(({ name }) => name === TOOL)) return Object.assign(session, { readyMs });
    await session.close();
    throw new Error(`${target.name} does not list ${TOOL}`);
  }

  /** The target's own processes: all but the upstream. */
  get own() {
    return ownProcesses(this.pid);
  }

  /** One small call; returns its milliseconds. */
  async callSmall() {
    const { result, ms } = await this.#call(TOOL, {});
    if (result.isError || !result.content.some(({ type }) => type === 'image')) refuse(this.target, result);
    return ms;
  }

  /** One call with an answer of this many characters; returns its milliseconds and the answer. */
  async callLarge(characters) {
    const answered = await this.#call('generate_large', { characters });
    if (answered.result.isError) refuse(this.target, answered.result);
    return answered;
  }

  /** Ends the target's processes. */
  close() {
    return endTree(this.pid);
  }

  async #call(tool, more) {
    this.#calls += 1;
    const toolArguments = this.target.argumentsOf(this.#prompts.next().value, this.#calls, more);
    const began = performance.now();
    const result = await this.#client.callTool(tool, toolArguments);
    return { result, ms: performance.now() - began };
  }
}
