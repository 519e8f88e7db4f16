import type { UpstreamTool } from '../gate/upstream-port.js';
import type { JsonObject } from '../model/json.js';
import type { FaceOptions } from './face-options.js';

/** A free result without media that is too large; undefined where it stays as it came, also when that could not be done. */
export async function lightened(
  { lighten, log }: Pick<FaceOptions, 'lighten' | 'log'>,
  tool: UpstreamTool,
  result: JsonObject,
): Promise<JsonObject | undefined> {
  try {
    return await lighten?.result(tool, result);
  } catch (error) {
    log.warn({ tool: tool.exposed, error: String(error) }, 'media could not be taken out of a free answer');
    return undefined;
  }
}
