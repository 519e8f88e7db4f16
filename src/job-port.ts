import { costs } from './gate/costs.js';
import type { JobAnswer, JobPort } from './gate/job-port.js';
import type { UpstreamTool, Upstreams } from './gate/upstream-port.js';
import type { Profile } from './model/profile.js';

/** Longest wait for a status tool, milliseconds: somebody may be waiting for what it says. */
const askMs = 20_000;

/**
 * The providers' jobs over the upstream servers. A status tool is called only when its server has it now and it is known
 * to cost nothing.
 * @param profileOf what a tool is taken for by its definition
 */
export function jobPort(upstreams: Upstreams, profileOf: (tool: UpstreamTool) => Profile): JobPort {
  const find = (server: string, name: string): UpstreamTool | undefined =>
    upstreams.knownTools().find((tool) => tool.server === server && tool.name === name);
  return {
    profileOf: (server, name) => profileOf(find(server, name) ?? { server, name, exposed: name, definition: {} }),
    async ask(server, name, args): Promise<JobAnswer> {
      if (!upstreams.servers.includes(server)) return unreachable(`the config has no server "${server}"`);
      if (!(await upstreams.confirm(server))) {
        const status = upstreams.status().find((each) => each.server === server);
        return unreachable([`the server "${server}" does not answer`, ...(status?.problems ?? [])].join('. '));
      }
      const tool = find(server, name);
      if (tool === undefined) return unreachable(`the server "${server}" has no tool "${name}"`);
      if (costs(profileOf(tool), args)) return unreachable(`nobody has said that "${server}.${name}" is free`);
      const outcome = await upstreams.request(server, 'tools/call', { name, arguments: args }, { timeoutMs: askMs });
      if (outcome.kind === 'result') return { kind: 'answer', result: outcome.result };
      const { kind, message } = outcome.failure;
      if (kind !== 'protocol-error') return unreachable(message);
      return { kind: 'answer', result: { isError: true, content: [{ type: 'text', text: message }] } };
    },
  };
}

function unreachable(why: string): JobAnswer {
  return { kind: 'unreachable', why };
}
