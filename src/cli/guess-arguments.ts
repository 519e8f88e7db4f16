import type { ArgumentMap } from '../model/profile.js';
import { isJsonObject, type JsonObject } from '../model/json.js';

/** Names that generation tools give their arguments, in the order in which they are looked for. */
const names: readonly (readonly [Exclude<keyof ArgumentMap, 'inputs'>, readonly string[]])[] = [
  ['prompt', ['prompt', 'text', 'input_text', 'description', 'lyrics']],
  ['negativePrompt', ['negative_prompt', 'negativePrompt']],
  ['count', ['count', 'n', 'num_images', 'number_of_images', 'num_outputs', 'numberOfImages', 'batch_size', 'samples']],
  ['model', ['model', 'model_id', 'model_name', 'modelId']],
  ['quality', ['quality']],
  ['width', ['width']],
  ['height', ['height']],
  ['size', ['size', 'image_size']],
  ['aspect', ['aspect', 'aspect_ratio', 'aspectRatio']],
  ['resolution', ['resolution']],
  ['seconds', ['seconds', 'duration', 'duration_seconds', 'length_seconds']],
  ['audio', ['audio', 'generate_audio', 'with_audio', 'generateAudio']],
  ['seed', ['seed']],
];

const inputNames =
  /^(input_|source_|reference_|start_|end_|init_)?(image|images|video|frame|mask)(_?(url|urls|path|id))?$/i;

/** Which argument of a tool is which, as far as their names tell; a person can put it right in the config. */
export function guessArguments(schema: JsonObject): Partial<ArgumentMap> {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const own = Object.keys(properties);
  const found = names.flatMap(([part, candidates]) => {
    const name = candidates.find((candidate) => own.includes(candidate));
    return name === undefined ? [] : [[part, name] as const];
  });
  const inputs = own.filter((name) => inputNames.test(name));
  return { ...Object.fromEntries(found), ...(inputs.length > 0 ? { inputs } : {}) };
}
