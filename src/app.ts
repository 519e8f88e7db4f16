import { userInfo } from 'node:os';
import { join } from 'node:path';
import { askInClient } from './approvals/client-dialog.js';
import type { Config } from './config.js';
import { dataFolder, openEngine, type Engine } from './engine.js';
import { reportData, reportText } from './feedback/report-text.js';
import { sayCall, sayFinding } from './feedback/call-text.js';
import { openTexts } from './feedback/texts.js';
import { workflowText } from './feedback/workflow-text.js';
import type { IncomingCall, ToolContext } from './gate/call-port.js';
import type { Desk } from './gate/flow/desk.js';
import { reportOf } from './gate/flow/report.js';
import type { ToolView } from './gate/lens.js';
import type { Log } from './gate/log-port.js';
import type { Caller, Dispatch, Step } from './gate/ports.js';
import type { Texts } from './gate/texts-port.js';
import type { UpstreamOutcome, UpstreamTool } from './gate/upstream-port.js';
import type { Bench, DeskTool } from './mcp/desk-tool.js';
import type { FaceOptions } from './mcp/face-options.js';
import { ownPrompts } from './mcp/own-prompts.js';
import { ownResources } from './mcp/own-resources.js';
import { paidResult, publishPaid, splitArguments } from './mcp/paid-tool.js';
import { ownTools } from './mcp/tools/index.js';
import type { OwnTool } from './mcp/tools/tool.js';
import { isJsonObject, type JsonObject } from './model/json.js';
import { keepOutputs } from './upstreams/assets.js';
import { Pool } from './upstreams/pool.js';
import { presets } from './upstreams/presets/index.js';
import { profileBook } from './upstreams/profile-book.js';
import type { SpawnedServer } from './upstreams/spawned-server.js';

/** Name and version under which the gateway introduces itself. */
export const self = { name: 'greenlight', version: '0.1.0' } as const;

/** How long calls under way may take to end when the client is gone. */
const closeGraceMs = 1500;

/** What a gateway is made of beside its config. */
export interface GatewayParts {
  readonly log: Log;
  /** Upstream processes that were started while the rest was loading. */
  readonly started?: ReadonlyMap<string, SpawnedServer> | undefined;
  readonly reached?: ((step: Step, take: string) => void | Promise<void>) | undefined;
  readonly answerWithinMs?: number | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** Puts the gateway together: upstreams, engine, own tools, and the face that serves them. */
export async function openGateway(config: Config, parts: GatewayParts): Promise<FaceOptions> {
  const texts = openTexts();
  const data = dataFolder(config);
  const { log } = parts;
  const upstreams = new Pool({
    servers: config.servers,
    cacheFolder: join(data, 'tools'),
    log,
    self,
    started: parts.started,
  });
  const book = profileBook(config.servers, presets);
  const keep = keepOutputs({ folder: join(data, 'outputs'), inlineBytes: config.inlineKilobytes * 1024, log });
  const { reached, answerWithinMs } = parts;
  const engine = await openEngine(config, { log, ask: askInClient(texts), keep, reached, answerWithinMs });
  const viewOf = (tool: UpstreamTool): ToolView => ({
    server: tool.server,
    name: tool.name,
    exposed: tool.exposed,
    profile: book.of(tool.server, tool.name).profile,
    schema: isJsonObject(tool.definition['inputSchema']) ? tool.definition['inputSchema'] : {},
  });
  const gateway: Wiring = { config, engine, texts, upstreams, viewOf, env: parts.env ?? process.env };
  const hint = texts.say('tools/paid', 'argument');
  return {
    ...self,
    instructions: await instructions(gateway),
    upstreams,
    log,
    isPaid: (tool) => book.of(tool.server, tool.name).profile.paid,
    publish: (tool) => {
      const definition = { ...tool.definition, name: tool.exposed };
      return book.of(tool.server, tool.name).profile.paid ? publishPaid(definition, hint) : definition;
    },
    callPaid: (call) => callPaid(gateway, call),
    ownTools: ownTools.map((tool) => bind(gateway, tool)),
    ownPrompts: ownPrompts(texts),
    ownResources: ownResources({
      project: config.project,
      store: () => Promise.resolve(engine.store),
      reportText: async () => reportText(texts, await reportOf(engine.store, config.project)),
      workflowText,
    }),
    onClose: () => engine.close(closeGraceMs),
  };
}

interface Wiring {
  readonly config: Config;
  readonly engine: Engine;
  readonly texts: Texts;
  readonly upstreams: Pool;
  readonly viewOf: (tool: UpstreamTool) => ToolView;
  readonly env: NodeJS.ProcessEnv;
}

/** What the agent is told at the start; saved workflows are named, so that it loads one instead of asking again. */
async function instructions(gateway: Wiring): Promise<string> {
  const documents = await gateway.engine.store.workflows();
  const workflows = documents.slice(0, 10).map((document) => document.front.name);
  return gateway.texts.page('instructions', { workflows: workflows.join(', ') }).slice(0, 4000);
}

async function callPaid(gateway: Wiring, call: IncomingCall): Promise<JsonObject> {
  const { texts, engine } = gateway;
  const split = splitArguments(call);
  if (split.problems.length > 0) {
    const answer = { kind: 'bad-arguments', problems: split.problems } as const;
    return paidResult(answer, sayCall(texts, answer));
  }
  const paid = {
    tool: gateway.viewOf(call.tool),
    arguments: split.arguments,
    hints: split.hints,
    caller: callerOf(gateway, call),
  };
  const answer = await engine.gate.run(paid, dispatchTo(gateway, call.meta), (params) => call.progress(params));
  return paidResult(answer, sayCall(texts, answer));
}

/** Sends a call to its upstream; a client's cancel is never relayed, for the job is paid for. */
function dispatchTo(gateway: Wiring, meta: JsonObject): Dispatch {
  return async (call, progress) => {
    const { progressToken: _token, greenlight: _hint, ...passed } = meta;
    const params = {
      name: call.tool,
      arguments: call.arguments,
      ...(Object.keys(passed).length > 0 ? { _meta: passed } : {}),
    };
    const outcome = await gateway.upstreams.request(call.server, 'tools/call', params, { onProgress: progress });
    return dispatched(outcome);
  };
}

/** JSON-RPC errors with which a server refuses a request before running anything: unknown method, invalid params. */
const refusedCodes: ReadonlySet<number> = new Set([-32601, -32602]);

function dispatched(outcome: UpstreamOutcome): Awaited<ReturnType<Dispatch>> {
  if (outcome.kind === 'result') return { kind: 'answer', result: outcome.result };
  const { kind, code, message } = outcome.failure;
  if (kind === 'not-sent') return { kind: 'not-sent', why: message };
  if (kind === 'protocol-error' && code !== undefined && refusedCodes.has(code))
    {return { kind: 'not-sent', why: message };}
  return { kind: 'lost', why: message };
}

function callerOf(gateway: Wiring, call: ToolContext): Caller {
  const { client, meta } = call;
  const { env } = gateway;
  const id = (key: string): string | undefined => (typeof meta[key] === 'string' ? meta[key] : undefined);
  return {
    principal: principal(),
    client: client.name,
    project: gateway.config.project,
    clientKey: env['GREENLIGHT_SESSION'] ?? env['CLAUDE_CODE_SESSION_ID'] ?? id('threadId'),
    callId: id('claudecode/toolUseId') ?? id('callId'),
    elicit: (key, question) => client.elicit(key, question),
  };
}

function principal(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers run under a user that has no name.
    return 'local';
  }
}

/** An own tool as the face runs it: described in its own words, bound to this gateway's engine. */
function bind(gateway: Wiring, tool: DeskTool): OwnTool {
  return {
    ...tool,
    description: gateway.texts.page(`tools/${tool.name}`),
    run: async (args, context) => tool.run(args, await benchFor(gateway, context)),
  };
}

async function benchFor(gateway: Wiring, context: ToolContext): Promise<Bench> {
  const { engine, texts, upstreams, viewOf, config } = gateway;
  const paid = (await upstreams.tools()).map(viewOf).filter((view) => view.profile.paid);
  const byName = new Map(paid.map((view) => [view.exposed, view]));
  const desk: Desk = {
    ports: engine.ports,
    caller: callerOf(gateway, context),
    findTool: (exposed) => byName.get(exposed),
    toolNames: () => [...byName.keys()],
  };
  return {
    desk,
    gate: engine.gate,
    texts,
    sayFinding: (finding) => sayFinding(texts, finding),
    sayCall: (answer) => sayCall(texts, answer),
    reportText: async () => {
      const report = await reportOf(engine.store, config.project);
      return { text: reportText(texts, report), data: reportData(report) };
    },
    workflowText,
    context,
  };
}
