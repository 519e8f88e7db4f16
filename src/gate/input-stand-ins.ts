import { argumentAt, withArgument } from '../model/argument-path.js';
import { assetScheme } from '../model/asset-name.js';
import type { InputForm } from '../model/input-form.js';
import type { JsonObject } from '../model/json.js';
import { inputFormOf } from './input-form.js';
import type { ToolView } from './lens.js';
import { boundTool } from './name-inputs.js';

/** What an asset looks like to a schema, in each form. */
const standIns: Readonly<Record<InputForm, string>> = {
  url: 'https://example.com/output.png',
  path: '/output.png',
  base64: 'AAAA',
  'data-url': 'data:image/png;base64,AAAA',
};

/** A tool whose schema is held against stand-ins for the assets that a call names: for calls that are only looked at. */
export function standInTool(tool: ToolView): ToolView {
  return boundTool(tool, { bind: (args) => withStandIns(tool, args) });
}

/** Arguments in which the names of assets are replaced by something of the form that the tool takes. */
function withStandIns(tool: Pick<ToolView, 'profile' | 'schema' | 'isRemote'>, args: JsonObject): JsonObject {
  let stood = args;
  for (const path of tool.profile.arguments.inputs) {
    const standIn = standIns[inputFormOf(tool, path).form];
    const over = (value: unknown): unknown =>
      typeof value === 'string' && value.startsWith(assetScheme) ? standIn : value;
    const value = argumentAt(stood, path);
    if (value !== undefined) stood = withArgument(stood, path, Array.isArray(value) ? value.map(over) : over(value));
  }
  return stood;
}
