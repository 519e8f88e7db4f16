import { exposedName } from '../gate/exposed-name.js';
import type { UpstreamOutcome, Upstreams, UpstreamTool } from '../gate/upstream-port.js';
import { isJsonObject, type JsonObject } from '../model/json.js';

/** One tool call that reached a scripted upstream. */
export interface ScriptedCall {
  readonly server: string;
  readonly tool: string;
  readonly arguments: JsonObject;
}

/** Servers that exist in the script only. */
export interface ScriptedUpstream extends Upstreams {
  /** Every tool call that reached them, in order. */
  readonly calls: readonly ScriptedCall[];
}

/** What a script says of one server: its tools by name, with their input schemas. */
export type ScriptedServers = Readonly<Record<string, Readonly<Record<string, JsonObject>>>>;

/**
 * Servers for tests: they list the tools of the script and answer each tool call with what `answer` says. Nothing is
 * started, nothing is sent.
 * @param answer default: a text result
 */
export function scriptedUpstream(
  servers: ScriptedServers,
  answer: (call: ScriptedCall) => UpstreamOutcome | Promise<UpstreamOutcome> = plainAnswer,
): ScriptedUpstream {
  const calls: ScriptedCall[] = [];
  const tools: UpstreamTool[] = Object.entries(servers).flatMap(([server, byName]) =>
    Object.entries(byName).map(([name, inputSchema]) => {
      return { server, name, exposed: exposedName(`${server}_`, name), definition: { name, inputSchema } };
    }),
  );
  const none = (): void => undefined;
  const noList = (): Promise<readonly never[]> => Promise.resolve([]);
  return {
    calls,
    servers: Object.keys(servers),
    tools: () => Promise.resolve(tools),
    knownTools: () => tools,
    prompts: noList,
    resources: noList,
    resourceTemplates: noList,
    findTool: (exposed) => tools.find((tool) => tool.exposed === exposed),
    confirm: () => Promise.resolve(true),
    onChanged: () => none,
    onNotification: () => none,
    setHost: none,
    async request(server, method, params): Promise<UpstreamOutcome> {
      if (method !== 'tools/call') return { kind: 'failure', failure: refusal(server, method) };
      const given = params?.['arguments'];
      const call = { server, tool: String(params?.['name']), arguments: isJsonObject(given) ? given : {} };
      calls.push(call);
      return answer(call);
    },
    notify: none,
    lane: () => undefined,
    refresh: none,
    speaks: async () => '2025' as const,
    status: () => Object.keys(servers).map((server) => statusOf(server, tools)),
    close: () => Promise.resolve(),
  };
}

function plainAnswer({ tool }: ScriptedCall): UpstreamOutcome {
  return { kind: 'result', result: { content: [{ type: 'text', text: `${tool} is done` }] } };
}

function refusal(server: string, method: string): Extract<UpstreamOutcome, { kind: 'failure' }>['failure'] {
  return { kind: 'protocol-error', server, code: -32601, message: `${method} is not in the script` };
}

function statusOf(server: string, tools: readonly UpstreamTool[]): ReturnType<Upstreams['status']>[number] {
  const own = tools.filter((tool) => tool.server === server);
  return { server, state: 'ready', target: 'scripted', tools: own.length, cached: false, problems: [] };
}
