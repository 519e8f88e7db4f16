import { z } from 'zod';
import { ConfigError, parseConfig, withPriceList, type ConfigInput } from './config.js';
import { reportTerms } from './report-config.js';
import { bindOwnTools, instructionsOf, type DeskParts } from './desk.js';
import { openEngine, type Engine } from './engine.js';
import { sayCall } from './feedback/call-text.js';
import { sayFinding } from './feedback/finding-text.js';
import { openTexts } from './feedback/texts.js';
import type { ToolContext } from './gate/call-port.js';
import type { AgentTool, CallContext, Greenlight, Said } from './agents/greenlight.js';
import { makeGreenlight } from './agents/make-greenlight.js';
import type { Ticket } from './gate/answer.js';
import type { ToolView } from './gate/lens.js';
import type { Log } from './gate/log-port.js';
import type { AskAnswer, Asker, Caller } from './gate/ports.js';
import type { Texts } from './gate/texts-port.js';
import { findingData } from './gate/views.js';
import { callOwnTool, listOwnTool } from './mcp/own-tools.js';
import { publishPaid, splitArguments } from './mcp/paid-tool.js';
import type { OwnTool } from './mcp/tools/tool.js';
import { withListed } from './ledger/listed-prices.js';
import { toCredits } from './model/credits.js';
import { approvalDetail } from './model/approval-detail.js';
import { isJsonObject, type JsonObject } from './model/json.js';
import { profileSchema, type Profile, type ProfileInput } from './model/profile.js';
import { pricesOf } from './prices-of.js';
import { principal } from './principal.js';
import { presets as builtIn } from './upstreams/presets/index.js';
import type { Preset } from './upstreams/presets/preset.js';

export { PaidCallError, RefusedError, UnbilledError } from './agents/errors.js';
export type {
  AgentCall,
  AgentTool,
  CallContext,
  CallHints,
  CallTicket,
  Checked,
  Ended,
  Greenlight,
  Guarded,
  GuardOptions,
  OpenQuestion,
  Ran,
  Refused,
  Said,
} from './agents/greenlight.js';
export { ConfigError } from './config.js';
export type { Log } from './gate/log-port.js';
export type { JsonObject } from './model/json.js';
export type { ProfileInput } from './model/profile.js';
export type { Preset } from './upstreams/presets/preset.js';

/** Server name under which a library's own tools are counted. */
const server = 'local';

/** A question to the person, as your own interface may show it. `amount` is credits. */
export interface Question {
  readonly id: string;
  readonly title: string;
  readonly amount: number;
  readonly reasons: readonly string[];
  /** The call's arguments, shot and phase. */
  readonly detail: JsonObject;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  readonly session?: string | undefined;
}

/** A person's answer; `unavailable` is never a no: the question stays open for {@link Greenlight.decide}. */
export type Answer = 'yes' | 'no' | 'unavailable';

type Shared = Omit<ConfigInput, '$schema' | 'servers' | 'inlineKilobytes' | 'log' | 'store'>;

/** How a Greenlight is set up: what `greenlight.json` says about money and rules, and the tools in place of servers. */
export interface LibraryConfig extends Shared {
  /** What each paid tool is and costs, by its name; `"free"` for one that never costs anything. */
  readonly tools?: Readonly<Record<string, ProfileInput | 'free'>> | undefined;
  /** Built-in presets by name, or your own; `tools` says more than a preset. */
  readonly presets?: readonly (string | Preset)[] | undefined;
  /** JSON schemas of tools' arguments by name: a left-out argument is priced at its default. */
  readonly schemas?: Readonly<Record<string, JsonObject>> | undefined;
  /** Default: `sqlite` when `data` names a folder, else `memory` (gone with the process). */
  readonly store?: 'sqlite' | 'memory' | undefined;
  /** Whose money it is. Default: the operating system's user. */
  readonly principal?: string | undefined;
  /** Asks the person in your own interface. Without it questions wait for {@link Greenlight.decide}. */
  readonly askPerson?: ((question: Question) => Promise<Answer> | Answer) | undefined;
  /** Where problems are reported. Default: nowhere. */
  readonly log?: Log | undefined;
}

/**
 * Opens Greenlight for an agent that you run.
 * @throws ConfigError with all problems together; StoreError when the data folder cannot be used.
 */
export async function createGreenlight(setup: LibraryConfig = {}): Promise<Greenlight> {
  const { tools = {}, presets = [], schemas = {}, askPerson, principal: whose, log = silent, ...settings } = setup;
  const profiles = profilesOf(tools, presets);
  const read = parseConfig(
    { store: settings.data === undefined ? 'memory' : 'sqlite', ...settings },
    'createGreenlight',
  );
  const config = withPriceList(read, 'createGreenlight');
  const texts = openTexts();
  const priceList = pricesOf(config);
  const viewOf = (tool: string): ToolView => {
    const profile = withListed(profiles.get(tool) ?? unknownTool, () => priceList({ server, tool }));
    return { server, name: tool, exposed: tool, profile, schema: schemas[tool] ?? {} };
  };
  const described = [...profiles].filter(([, { kind }]) => kind !== 'other').map(([tool]) => viewOf(tool));
  const times = { answerWithinMs: longestAnswerMs };
  const engine = await openEngine(config, { log, ask: askerOf(askPerson), times, tools: () => described });
  const { gate, ports } = engine;
  const paidTools = [...profiles].filter(([, profile]) => profile.paid).map(([tool]) => tool);
  const callerOf = ({ session, callId }: CallContext): Caller => {
    return { principal: whose ?? principal(), client: 'library', project: config.project, clientKey: session, callId };
  };
  const desk: DeskParts = {
    ...{ gate, ports, texts, project: config.project, promptFile: config.promptFile },
    receipts: config.receipts,
    terms: reportTerms(config),
    paidTools: () => Promise.resolve(paidTools.map(viewOf)),
    callerOf: ({ meta }) => callerOf({ session: typeof meta['session'] === 'string' ? meta['session'] : undefined }),
  };
  return makeGreenlight({
    ...{ gate, ports, paidTools, viewOf, callerOf },
    instructions: await instructionsOf(desk),
    tools: bindOwnTools(desk).map((tool) => agentTool(tool, log)),
    publish: (inputSchema) => publishedSchema(inputSchema, texts.say('tools/paid', 'argument')),
    split: (args) => splitArguments({ arguments: args, meta: {} }),
    say: (answer) => sayCall(texts, answer, config.receipts),
    sayAllowed: (ticket) => sayAllowed(texts, ticket),
    close: (graceMs) => closeSoon(engine, graceMs),
  });
}

/** Closes as soon as no call is under way: a timer left behind would keep the process alive. */
async function closeSoon(engine: Engine, graceMs: number): Promise<void> {
  const idle = new AbortController();
  void engine.gate.idle().then(() => idle.abort());
  await engine.close(graceMs, idle.signal);
}

/** Longest that a call is answered for in one piece, in milliseconds: nobody's connection runs out here. */
const longestAnswerMs = 3_600_000;

/** A tool without a profile is taken for paid at an unknown price, so that its calls ask. */
const unknownTool = profileSchema.parse({ paid: true });
const freeTool = profileSchema.parse({ paid: false });

const nothing = (): void => undefined;
const silent: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

function profilesOf(
  tools: Readonly<Record<string, ProfileInput | 'free'>>,
  presets: readonly (string | Preset)[],
): ReadonlyMap<string, Profile> {
  const problems: string[] = [];
  const profiles = new Map<string, Profile>();
  const add = (tool: string, input: ProfileInput | 'free', where: string): void => {
    const read = input === 'free' ? { success: true as const, data: freeTool } : profileSchema.safeParse(input);
    if (read.success) profiles.set(tool, read.data);
    else problems.push(...read.error.issues.map(({ path, message }) => `${[where, ...path].join('.')}: ${message}`));
  };
  for (const given of presets) {
    const preset = typeof given === 'string' ? builtIn.find(({ name }) => name === given) : given;
    const names = builtIn.map(({ name }) => name).join(', ');
    if (preset === undefined) {
      problems.push(`presets: there is no preset "${nameOf(given)}"; expected one of: ${names}`);
    }
    for (const tool of preset?.free ?? []) add(tool, 'free', '');
    for (const [tool, input] of Object.entries(preset?.paid ?? {})) add(tool, input, `presets.${tool}`);
  }
  for (const [tool, input] of Object.entries(tools)) add(tool, input, `tools.${tool}`);
  if (problems.length > 0) throw new ConfigError('createGreenlight', problems);
  return profiles;
}

function nameOf(preset: string | Preset): string {
  return typeof preset === 'string' ? preset : preset.name;
}

function askerOf(askPerson: LibraryConfig['askPerson']): Asker {
  return async (approval, caller): Promise<AskAnswer> => {
    if (askPerson === undefined) return { kind: 'unavailable', why: 'nobody was asked' };
    const { id, title, amount, reasons, expiresAt } = approval;
    const question = { id, title, amount: toCredits(amount), reasons, expiresAt, session: caller.clientKey };
    const answer = await askPerson({ ...question, detail: approvalDetail(approval) });
    if (answer === 'yes') return { kind: 'yes', strength: 'client' };
    // Whatever is not a clear no leaves the question open.
    return answer === 'no' ? { kind: 'no' } : { kind: 'unavailable', why: 'the person did not answer' };
  };
}

/** What a call that may be made is told: what was changed in it, and what was remarked. */
function sayAllowed(texts: Texts, ticket: Ticket): Said {
  const { take, verdict, placement } = ticket;
  const changes = verdict.findings.filter((finding) => finding.level === 'fix');
  const notes = verdict.findings.filter((finding) => finding.level === 'note');
  const head = changes.length > 0 ? [texts.say('answers/call', 'fixed')] : [];
  const lines = [...head, ...[...changes, ...notes].map((finding) => sayFinding(texts, finding))];
  const data = {
    status: 'allowed',
    take: take.id,
    shot: placement.shot,
    phase: placement.phase,
    session: take.session,
    price: verdict.quote.status === 'unknown' ? null : toCredits(verdict.quote.upper),
    findings: verdict.findings.map(findingData),
  };
  return { text: lines.join('\n'), data };
}

function publishedSchema(inputSchema: JsonObject, description: string): JsonObject {
  const published = publishPaid({ inputSchema }, description)['inputSchema'];
  return isJsonObject(published) ? published : inputSchema;
}

/** An own tool without a protocol around it. */
function agentTool(tool: OwnTool, log: Log): AgentTool {
  const listed = listOwnTool(tool);
  return {
    name: tool.name,
    title: tool.title,
    description: tool.description,
    inputSchema: z.record(z.string(), z.unknown()).parse(listed['inputSchema']),
    readOnly: tool.annotations.readOnlyHint,
    async run(args, context = {}) {
      const result = await callOwnTool(tool, args, contextOf(context), log);
      const blocks = z.array(z.object({ text: z.string() })).parse(result['content']);
      const data = isJsonObject(result['structuredContent']) ? result['structuredContent'] : {};
      return { text: blocks.map(({ text }) => text).join('\n'), data, isError: result['isError'] === true };
    },
  };
}

/** A caller without a client program: it has no dialog, and nobody to tell progress to. */
function contextOf({ session }: Pick<CallContext, 'session'>): ToolContext {
  const elicit = (): Promise<never> => Promise.reject(new Error('a library has no dialog'));
  return {
    meta: { session },
    client: { name: 'library', version: '', era: '2025', capabilities: {}, elicit },
    progress: nothing,
    signal: new AbortController().signal,
  };
}
