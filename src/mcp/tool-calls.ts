import { inputRequired, ProtocolError } from '@modelcontextprotocol/server';
import type { Server, ServerContext } from '@modelcontextprotocol/server';
import { InputRequired } from '../gate/call-port.js';
import type { ClientHandle, ToolContext } from '../gate/call-port.js';
import type { UpstreamTool } from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';
import { showsPages } from './app-view.js';
import { caller2025, caller2026 } from './caller.js';
import type { FaceOptions } from './face-options.js';
import { callOwnTool } from './own-tools.js';
import { lightened } from './lightened.js';
import { namesAsset } from './names-asset.js';
import { withoutHint } from './paid-tool.js';
import { QuestionState } from './question-state.js';
import type { Answers } from './question-state.js';
import { toolError, toolOutcome } from './results.js';
import type { OwnTool } from './tools/tool.js';
import { metaOf, progressTo } from './upstream-sender.js';
import type { Asking, Era, FaceRequest, UpstreamSender } from './upstream-sender.js';

const DEFAULT_ELICIT_TIMEOUT_MS = 25_000;
const INVALID_PARAMS = -32602;

/** Tool calls on the long way: own tools, paid calls, and free ones that the lane could not take. */
export class ToolCalls {
  private readonly questions = new QuestionState(() => Date.now());

  constructor(
    private readonly options: FaceOptions,
    private readonly sender: UpstreamSender,
  ) {}

  /** Runs one `tools/call` to its result. */
  async call(request: FaceRequest, asking: Asking): Promise<JsonObject> {
    const { server, era, context } = asking;
    const params = request.params ?? {};
    const { name, arguments: args } = params;
    if (typeof name !== 'string') throw new ProtocolError(INVALID_PARAMS, 'A tool call needs a name.');
    const own = this.options.ownTools.find((tool) => tool.name === name);
    const found = own === undefined ? await this.find(name) : undefined;
    if (own === undefined && found === undefined) return this.unknownTool(name);
    const tool = found?.tool;
    if (found !== undefined && !this.isPaid(found.tool, args)) {
      return found.heard ? this.relay(asking, found.tool, params) : this.unheard(found.tool);
    }

    const answers: Answers =
      era === '2026' ? await this.questions.answers(context, name, args) : new Map<string, never>();
    const client = this.client(server, era, context, answers);
    const caller = {
      client,
      meta: metaOf(params),
      progress: progressTo(context, params),
      signal: context.mcpReq.signal,
    };
    try {
      if (own !== undefined) return await this.callOwn(own, args, caller);
      return await this.callPaid(tool as UpstreamTool, args, caller);
    } catch (error) {
      if (!(error instanceof InputRequired)) throw error;
      return this.ask(error, name, args, answers);
    }
  }

  /** What a page in the conversation shows comes with a ticket for it. */
  private async callOwn(tool: OwnTool, args: unknown, caller: ToolContext): Promise<JsonObject> {
    const { appView, log } = this.options;
    const result = await callOwnTool(tool, args, caller, log);
    const isShown = appView !== undefined && showsPages(caller.client.capabilities);
    return isShown ? appView.ticketed(tool.name, result) : result;
  }

  private async find(name: string): Promise<{ readonly tool: UpstreamTool; readonly heard: boolean } | undefined> {
    const { upstreams } = this.options;
    let tool = upstreams.findTool(name);
    if (tool === undefined) {
      await upstreams.tools();
      tool = upstreams.findTool(name);
    }
    if (tool === undefined) return undefined;
    const heard = await upstreams.confirm(tool.server);
    await this.options.heard?.(tool.server, heard);
    tool = upstreams.findTool(name);
    return tool === undefined ? undefined : { tool, heard };
  }

  /** A call is free only by what the server says of its tool now; from the cache alone it is not sent. */
  private unheard(tool: UpstreamTool): JsonObject {
    const status = this.options.upstreams.status().find(({ server }) => server === tool.server);
    const problems =
      status?.state === 'failed' ? status.problems : [`The server "${tool.server}" is still starting; try again.`];
    return toolError(['E_UPSTREAM_UNAVAILABLE', ...problems].join(' '));
  }

  /** A tool may be unknown only because its server could not be asked: then the agent is told so. */
  private unknownTool(name: string): JsonObject {
    const troubled = this.options.upstreams.status().filter((status) => status.state === 'failed');
    if (troubled.length === 0) throw new ProtocolError(INVALID_PARAMS, `Unknown tool: ${name}`);
    const problems = troubled.flatMap((status) => status.problems);
    return toolError(['E_UPSTREAM_UNAVAILABLE', `There is no tool "${name}" now.`, ...problems].join(' '));
  }

  private isPaid(tool: UpstreamTool, args: unknown): boolean {
    try {
      return this.options.isPaid(tool, args);
    } catch (error) {
      this.options.log.error(
        { tool: tool.exposed, error: String(error) },
        'whether a call is free is not known: it counts as paid',
      );
      return true;
    }
  }

  private client(server: Server, era: Era, context: ServerContext, answers: Answers): ClientHandle {
    if (era === '2026') return caller2026(server, context, answers);
    return caller2025(server, context, this.options.elicitTimeoutMs ?? DEFAULT_ELICIT_TIMEOUT_MS);
  }

  private async callPaid(tool: UpstreamTool, args: unknown, caller: ToolContext): Promise<JsonObject> {
    try {
      return await this.options.callPaid({ tool, arguments: args, ...caller });
    } catch (error) {
      if (error instanceof InputRequired) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      this.options.log.error(
        { tool: tool.exposed, error: error instanceof Error ? error.stack : reason },
        'a paid call broke',
      );
      return toolError(`E_INTERNAL The paid call was stopped: ${reason}`);
    }
  }

  private async relay(asking: Asking, tool: UpstreamTool, params: JsonObject): Promise<JsonObject> {
    const watcher = this.options.watch?.(tool, params['arguments']);
    // Only tools that can cost were listed with hints, so only from their calls are hints taken out.
    const canCost = this.isPaid(tool, undefined);
    const sent: Record<string, unknown> = {
      ...params,
      name: tool.name,
      ...(canCost ? withoutHint(tool.definition, params) : {}),
    };
    if (this.options.freeInputs !== undefined && namesAsset(params['arguments'])) {
      const given = await this.options.freeInputs(tool, sent['arguments']);
      if (typeof given === 'string') return toolError(given);
      sent['arguments'] = given;
    }
    const outcome = await this.sender.send(asking, tool.server, 'tools/call', sent);
    if (outcome.kind !== 'result' || outcome.result['resultType'] === 'input_required') return toolOutcome(outcome);
    watcher?.(outcome.result);
    return (await lightened(this.options, tool, outcome.result)) ?? outcome.result;
  }

  private async ask(needed: InputRequired, name: string, args: unknown, answers: Answers): Promise<JsonObject> {
    const asked = needed.question;
    const { message } = asked;
    const params =
      'url' in asked
        ? { mode: 'url', message, url: asked.url }
        : { mode: 'form', message, requestedSchema: asked.requestedSchema };
    const question = { method: 'elicitation/create', params };
    const requestState = await this.questions.mint(name, args, needed.key, answers);
    // The library's helper types the form more narrowly than a question of ours is known to be.
    const inputRequests = { [needed.key]: question } as unknown as NonNullable<
      Parameters<typeof inputRequired>[0]['inputRequests']
    >;
    return { ...inputRequired({ inputRequests, requestState }) };
  }
}
