import { join } from 'node:path';
import { askInClient } from './approvals/client-dialog.js';
import { approvalPages, type ApprovalPages } from './approvals/approval-pages.js';
import { confirmInClient } from './approvals/feedback-dialog.js';
import type { ConfigBasis } from './accepted-policy.js';
import type { Config } from './config.js';
import { bindOwnTools, instructionsOf, type DeskParts } from './desk.js';
import { dataFolder } from './data-folder.js';
import { openEngine, type Engine } from './engine.js';
import { engineTimes, type EngineTimes } from './engine-times.js';
import { forAgents } from './feedback/report-view.js';
import { reportText } from './feedback/report-text.js';
import { sayCall } from './feedback/call-text.js';
import { openTexts } from './feedback/texts.js';
import { workflowText } from './feedback/workflow-text.js';
import type { IncomingCall, ToolContext } from './gate/call-port.js';
import { freeInputs } from './gate/free-inputs.js';
import type { Refusal } from './gate/answer.js';
import { costs } from './gate/costs.js';
import { reportOf } from './gate/flow/report.js';
import type { ToolView } from './gate/lens.js';
import type { Log } from './gate/log-port.js';
import type { Asker, Caller, Confirmer, Dispatch, Step } from './gate/ports.js';
import type { Texts } from './gate/texts-port.js';
import type { UpstreamOutcome, Upstreams, UpstreamTool } from './gate/upstream-port.js';
import { openGuards, type Guards } from './guards.js';
import type { FaceOptions } from './mcp/face-options.js';
import { AppView } from './mcp/app-view.js';
import { ownPrompts } from './mcp/own-prompts.js';
import { ownResources, type LiveResources } from './mcp/own-resources.js';
import { ownTools } from './mcp/tools/index.js';
import { paidResult, publishPaid, splitArguments } from './mcp/paid-tool.js';
import { withoutHiddenIn } from './model/hidden-characters.js';
import { viewData, viewOutputs } from './mcp/view-data.js';
import { viewPage } from './mcp/view-page.js';
import { isJsonObject, type JsonObject } from './model/json.js';
import { jobPort } from './job-port.js';
import type { Policy } from './model/policy.js';
import { isDescribed, type Profile } from './model/profile.js';
import type { Asset } from './model/take.js';
import type { Standing } from './model/tool-pin.js';
import { pricesOf, statedRatesOf } from './prices-of.js';
import { principal } from './principal.js';
import { keepOutputs } from './upstreams/assets.js';
import { leanAnswer, shortReason } from './upstreams/lean-answer.js';
import { giveAssets } from './upstreams/give-asset.js';
import { fetchOutputs, type FetchOptions } from './upstreams/fetch-outputs.js';
import { loginFolder } from './upstreams/login/login-states.js';
import { oncePaid } from './upstreams/once-paid.js';
import { Pool } from './upstreams/pool.js';
import { schemaCheck } from './upstreams/schema-check.js';
import { readContent } from './upstreams/read-content.js';
import { showAsset } from './upstreams/show-asset.js';
import { presets } from './upstreams/presets/index.js';
import { hangsOnDefinition, profileBook, type ToolProfile } from './upstreams/profile-book.js';
import { lightenAnswers } from './upstreams/lighten.js';
import { relayGuard } from './relay-guard.js';
import { acceptedReading, trustedProfile } from './upstreams/trusted-profile.js';
import { reportTerms } from './report-config.js';
import type { SpawnedServer } from './upstreams/spawned-server.js';

/** Name and version under which the gateway introduces itself. */
export const self = { name: 'greenlight', version: '0.1.0' } as const;

/** How long paid calls may still take when the client is gone: they are paid for, so they are seen to their end. */
const closeGraceMs = 15 * 60_000;

/** What a gateway is made of beside its config. */
export interface GatewayParts {
  readonly log: Log;
  readonly upstreams: Upstreams;
  readonly reached?: ((step: Step, take: string) => void | Promise<void>) | undefined;
  readonly times?: Partial<EngineTimes> | undefined;
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Cuts the wait for paid calls short, when the system wants the process gone. */
  readonly hurry?: AbortSignal | undefined;
  /** Where the dashboard is, while it runs; requests are then decided there too. */
  readonly dashboardUrl?: (() => string | undefined) | undefined;
  /** A request begins to wait for the person. */
  readonly asked?: (() => void) | undefined;
  /** The config as its file says it, before options of the command line. */
  readonly basis?: ConfigBasis | undefined;
}

/**
 * The servers of a config.
 * @param started processes of theirs that were started while the rest was loading
 */
export function openUpstreams(config: Config, log: Log, started?: ReadonlyMap<string, SpawnedServer>): Upstreams {
  const data = dataFolder(config);
  const folders = { cacheFolder: join(data, 'tools'), loginFolder: loginFolder(data) };
  return new Pool({ servers: config.servers, ...folders, log, self, started });
}

/** Puts the gateway together: engine, own tools, and what the face needs to serve them and the upstreams. */
export async function openGateway(config: Config, parts: GatewayParts): Promise<FaceOptions> {
  const texts = openTexts();
  const { log, upstreams, reached, times, basis, asked } = parts;
  // Made once the store is open; without one everything paid is held back.
  const made: { guards?: Guards; engine?: Engine } = {};
  const { pages, ...asks } = askersOf(config, texts, parts.dashboardUrl, () => made.engine?.store);
  const standingOf = (tool: UpstreamTool): Standing | undefined => made.guards?.trust.standing(tool);
  const edges = edgesOf(config, log, upstreams, standingOf, () => made.engine?.ports.policy);
  const { readOf, profileOf, viewOf, keep, fetch, inputs, jobs, places } = edges;
  // What is free by its definition alone has to be heard and compared with its pin first.
  const isUnjudged = (tool: UpstreamTool): boolean =>
    standingOf(tool) === undefined && made.guards !== undefined && hangsOnDefinition(readOf(tool).source);
  const isKnown = (tool: UpstreamTool): boolean => isDescribed(profileOf(tool));
  const tools = (): readonly ToolView[] => upstreams.knownTools().filter(isKnown).map(viewOf);
  const engineParts = { log, asked, ...asks, keep, fetch, reached, times, basis, tools, inputs, jobs };
  const opened = await openEngine(config, engineParts).catch((error: unknown) => error);
  const hint = texts.say('tools/paid', 'argument');
  const isPaid = (tool: UpstreamTool): boolean => readOf(tool).profile.paid;
  const mode = isEngine(opened) ? opened.ports.policy.mode : config.mode;
  const loosened = (): readonly string[] | undefined => (isEngine(opened) ? opened.ports.policy.loosened : undefined);
  const face = {
    ...self,
    upstreams,
    log,
    heard: async (server, isLive) => made.guards?.heard(server, isLive),
    isJudged: (tool) => !isUnjudged(tool),
    isPaid: (tool, args) => costs(profileOf(tool), args),
    publish: (tool) => {
      const definition = { ...withoutHiddenIn(tool.definition), name: tool.exposed };
      return profileOf(tool).paid ? publishPaid(definition, hint) : definition;
    },
    ownPrompts: ownPrompts(texts),
    lighten: config.outputs.ofFreeTools
      ? { aboveBytes: places.inlineBytes, result: lightenAnswers({ ...places, project: config.project }) }
      : undefined,
    relayRefusal: relayGuard({ servers: config.servers, mode, upstreams, isPaid, loosened, texts, log }),
  } satisfies Partial<FaceOptions>;
  if (!isEngine(opened)) return { ...face, ...withoutStore(texts, log, opened) };
  const { restMs, askWithinMs } = { ...engineTimes, ...times };
  const guards = openGuards({
    restMs,
    servers: config.servers,
    mode,
    upstreams,
    pins: opened.store,
    texts,
    log,
    isPaid,
  });
  Object.assign(made, { guards, engine: opened });
  const env = parts.env ?? process.env;
  const gateway: Wiring = { config, engine: opened, texts, upstreams, viewOf, guards, pages, env };
  const served = await servedBy(gateway);
  return { ...face, ...served, elicitTimeoutMs: askWithinMs, onClose: () => opened.close(closeGraceMs, parts.hurry) };
}

/** What the face serves of a gateway whose store is open. */
async function servedBy(
  gateway: Wiring,
): Promise<Omit<FaceOptions, 'name' | 'version' | 'upstreams' | 'log' | 'isPaid' | 'publish'>> {
  const { config, engine, texts, viewOf } = gateway;
  const desk = deskOf(gateway);
  const appView = pageOf(gateway);
  const resources = resourcesOf(gateway, appView);
  return {
    instructions: await instructionsOf(desk),
    watch: ({ server, name }, args) => engine.gate.jobs?.hears(server, name, args),
    freeInputs: async (tool, args) => {
      const given = await freeInputs(engine.ports, viewOf(tool), config.project, args);
      if ('arguments' in given) return given.arguments;
      return sayCall(texts, { kind: 'bad-arguments', problems: given.problems }).text;
    },
    callPaid: (call) => callPaid(gateway, call).finally(() => resources.moved()),
    ownTools: bindOwnTools(desk).map((tool) => ({
      ...tool,
      run: (args, context) => tool.run(args, context).finally(() => resources.moved()),
    })),
    ownResources: resources,
    appView,
  };
}

/** How a person is asked: in the client's dialog, or on the dashboard's page of a request. */
function askersOf(
  config: Config,
  texts: Texts,
  dashboardUrl: GatewayParts['dashboardUrl'],
  store: () => Engine['store'] | undefined,
): { readonly pages: ApprovalPages; readonly ask: Asker; readonly confirm: Confirmer | undefined } {
  const pages = approvalPages(dashboardUrl ?? (() => undefined), async (id) => store()?.approval(id));
  const confirm = config.feedback.confirm ? confirmInClient(texts) : undefined;
  return { pages, ask: askInClient(texts, pages), confirm };
}

/** An engine that judges nothing and asks nobody: it only looks after what was paid for already. */
export function openKeeper(config: Config, log: Log, upstreams: Upstreams): Promise<Engine> {
  const { keep, fetch, inputs, jobs } = edgesOf(config, log, upstreams);
  const ask: Asker = () => Promise.resolve({ kind: 'unavailable', why: 'nobody is there' });
  return openEngine(config, { log, ask, keep, fetch, inputs, jobs, watchesJobs: false });
}

/** What the upstream servers are to an engine: what their tools mean, where outputs go, how jobs are asked for. */
function edgesOf(
  config: Config,
  log: Log,
  upstreams: Upstreams,
  standingOf?: (tool: UpstreamTool) => Standing | undefined,
  policyOf?: () => Policy | undefined,
) {
  const data = dataFolder(config);
  const before = oncePaid(join(data, 'tools', 'paid.txt'));
  const book = profileBook(config.servers, presets, before, pricesOf(config), statedRatesOf(config));
  const places = { folder: join(data, 'outputs'), inlineBytes: config.inlineKilobytes * 1024, log };
  const readOf = (tool: UpstreamTool): ToolProfile =>
    acceptedReading(book.of(tool.server, tool.name, tool.definition), tool, policyOf?.());
  const profileOf = (tool: UpstreamTool): Profile => trustedProfile(readOf(tool), standingOf?.(tool));
  const viewOf = (tool: UpstreamTool): ToolView => ({
    server: tool.server,
    name: tool.name,
    exposed: tool.exposed,
    profile: profileOf(tool),
    isRemote: 'url' in (config.servers[tool.server] ?? {}),
    ...schemaOf(tool.definition['inputSchema']),
  });
  return {
    readOf,
    profileOf,
    viewOf,
    places,
    keep: keepOutputs(places),
    fetch: config.outputs.fetch ? fetchOutputs({ ...places, limits: limitsOf(config) }) : undefined,
    inputs: giveAssets({ maxBytes: config.outputs.inputMegabytes * 1024 * 1024, clock: Date.now }),
    jobs: jobPort(upstreams, profileOf),
  };
}

function limitsOf({ outputs }: Config): FetchOptions['limits'] {
  const { maxMegabytes, seconds, allowHosts } = outputs;
  return {
    ...{ maxBytes: maxMegabytes * 1024 * 1024, timeoutMs: seconds * 1000, allowHosts },
    ...{ silenceMs: 30_000, attempts: 4, backOffMs: 500 },
  };
}

function isEngine(opened: unknown): opened is Engine {
  return typeof opened === 'object' && opened !== null && 'gate' in opened;
}

/** A gateway whose store cannot be opened: free calls pass, everything about money is held back and says why. */
function withoutStore(
  texts: Texts,
  log: Log,
  error: unknown,
): Pick<FaceOptions, 'instructions' | 'callPaid' | 'ownTools'> {
  const why = error instanceof Error ? error.message : String(error);
  log.error({ why }, 'the store cannot be opened: paid calls are held back until it can');
  const answer = { kind: 'held-back', why } as const;
  const said = sayCall(texts, answer);
  return {
    instructions: said.text,
    callPaid: () => Promise.resolve(paidResult(answer, said)),
    ownTools: ownTools.map((tool) => ({
      ...tool,
      description: texts.page(`tools/${tool.name}`),
      run: () => Promise.resolve({ text: said.text, structured: said.data, isError: true }),
    })),
  };
}

/** The page that clients show inside a conversation. */
function pageOf({ config, engine, texts }: Wiring): AppView {
  const show = (asset: Asset): Promise<JsonObject[]> => showAsset(asset, config.inlineKilobytes * 1024);
  const source = { project: config.project, store: engine.store, texts, show };
  return new AppView({
    html: viewPage(texts, self.version),
    read: (take) => (take === undefined ? viewData(source) : viewOutputs(source, take)),
    description: texts.say('view/desk', 'description'),
  });
}

function resourcesOf(gateway: Wiring, view: AppView): LiveResources {
  const { config, engine, texts } = gateway;
  return ownResources({
    project: config.project,
    view,
    store: () => Promise.resolve(engine.store),
    reportText: async () =>
      reportText(texts, await reportOf(engine.store, config.project, reportTerms(config), Date.now()), forAgents),
    workflowText,
    content: (asset, take) => readContent(asset, take, config.inlineKilobytes * 1024, texts),
  });
}

function schemaOf(schema: unknown): Pick<ToolView, 'schema' | 'validate'> {
  return isJsonObject(schema) ? { schema, validate: schemaCheck(schema) } : { schema: {} };
}

interface Wiring {
  readonly config: Config;
  readonly engine: Engine;
  readonly texts: Texts;
  readonly upstreams: Upstreams;
  readonly viewOf: (tool: UpstreamTool) => ToolView;
  readonly guards: Guards;
  readonly pages: ApprovalPages;
  readonly env: NodeJS.ProcessEnv;
}

/** What the own tools are bound to: this gateway's engine, and the paid tools of its servers. */
function deskOf(gateway: Wiring): DeskParts {
  const { engine, texts, upstreams, viewOf, config, pages } = gateway;
  return {
    ...{ gate: engine.gate, ports: engine.ports, project: config.project, texts, terms: reportTerms(config) },
    promptFile: config.promptFile,
    pageOf: pages.addressOf,
    receipts: config.receipts,
    show: (asset) => showAsset(asset, config.inlineKilobytes * 1024),
    paidTools: async () => (await upstreams.tools()).map(viewOf).filter((view) => view.profile.paid),
    callerOf: (context) => callerOf(gateway, context),
  };
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
    admit: () => gateway.guards.admit(call.tool),
  };
  const answer =
    (await refusalOf(gateway, call.tool)) ??
    (await engine.gate.run(paid, dispatchTo(gateway, call.meta), (params) => call.progress(params)));
  const cut = (characters: number): string => texts.say('answers/outputs', 'cut', { characters });
  const lean = { cut, isFetched: gateway.config.outputs.fetch };
  return paidResult(leanAnswer(answer, lean), sayCall(texts, answer, gateway.config.receipts, gateway.pages.addressOf));
}

/** Why a call is refused before it is judged. Where the pins cannot be read, nothing paid goes out. */
async function refusalOf({ guards }: Wiring, tool: UpstreamTool): Promise<Refusal | undefined> {
  try {
    return await guards.refusalOf(tool);
  } catch (error) {
    return { kind: 'held-back', why: error instanceof Error ? error.message : String(error) };
  }
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
    gateway.guards.note(call.server, outcome);
    return dispatched(outcome);
  };
}

const methodNotFound = -32601;
const invalidParams = -32602;

/**
 * How the protocol libraries word a refusal before anything ran. The same code also comes after a tool ran, when its
 * result was not what it promised: that one may well be billed.
 */
const refusedUnrun =
  /^(MCP error -32602: )?(Input validation error|Invalid arguments for tool|Unknown tool|Tool .{1,200} (not found|disabled))/;

function dispatched(outcome: UpstreamOutcome): Awaited<ReturnType<Dispatch>> {
  if (outcome.kind === 'result') return { kind: 'answer', result: outcome.result };
  const { kind, code, message } = outcome.failure;
  const why = shortReason(message);
  if (kind === 'not-sent') return { kind: 'not-sent', why };
  const isRefused = code === methodNotFound || (code === invalidParams && refusedUnrun.test(message));
  if (kind === 'protocol-error' && isRefused) return { kind: 'not-sent', why };
  return kind === 'lost' ? { kind, why } : { kind: 'lost', why, said: message };
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
    openPage: client.openPage,
  };
}
