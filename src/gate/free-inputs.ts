import { isJsonObject, type JsonObject } from '../model/json.js';
import type { BadArgument, ToolView } from './lens.js';
import { nameInputs } from './name-inputs.js';
import type { GatePorts } from './ports.js';

/**
 * The arguments of a free call with the addresses of kept outputs (`greenlight://asset/…`) replaced by what the tool
 * wants, or every address that leads to none. Nothing else is touched: not even ids, which may be the provider's own.
 */
export async function freeInputs(
  ports: Pick<GatePorts, 'store' | 'inputs'>,
  tool: Pick<ToolView, 'profile' | 'schema' | 'isRemote'>,
  project: string,
  args: unknown,
): Promise<{ readonly arguments: JsonObject } | { readonly problems: readonly BadArgument[] }> {
  if (!isJsonObject(args)) return { arguments: {} };
  const named = await nameInputs(ports, { tool, project, arguments: args, paths: Object.keys(args), linksOnly: true });
  if (!('bind' in named)) return { problems: named };
  return { arguments: isJsonObject(named.arguments) ? named.bind(named.arguments) : args };
}
