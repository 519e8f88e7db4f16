// Runs the classifier of upstream tools over a folder of tool lists: <server>.json, each with a list `tools`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from './load-source.mjs';

/** The file of a folder that says what its tools really are. */
export const LABELS = 'labels.json';

/** Names of the fields that hold arguments, with the part of a request that each stands for. */
const ARGUMENTS = {
  prompt_param: 'prompt',
  negative_prompt_param: 'negativePrompt',
  count_param: 'count',
  model_param: 'model',
  quality_param: 'quality',
  aspect_param: 'aspect',
  resolution_param: 'resolution',
  size_param: 'size',
  width_param: 'width',
  height_param: 'height',
  duration_param: 'seconds',
  audio_toggle_param: 'audio',
  input_image_param: 'image',
  input_video_param: 'video',
  input_audio_param: 'sound',
  mask_param: 'mask',
  seed_param: 'seed',
  async_param: 'async',
  source_ref_param: 'source',
  free_input_param: 'open',
};

const CONTENTS = `export { classifyTool } from './src/upstreams/classify/classify-tool.ts';
export { presets } from './src/upstreams/presets/index.ts';`;

/** Tool lists of a folder, by server: its file's name without the ending. */
function toolLists(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== LABELS);
  return files.sort().map((name) => {
    const list = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const tools = Array.isArray(list) ? list : list?.tools;
    if (!Array.isArray(tools)) throw new Error(`${join(folder, name)}: "tools" must be a list`);
    return { ...list, server: name.slice(0, -'.json'.length), tools };
  });
}

/** One path as text, several as a list, none as null. */
const paths = (found = []) => (found.length === 0 ? null : found.length === 1 ? found[0] : found);

function record(server, tool, { kind, paid, freeWhen, arguments: parts, why }) {
  const params = Object.entries(ARGUMENTS).map(([field, part]) => [field, paths(parts[part])]);
  return { server, tool, kind, paid, ...(freeWhen && { free_when: freeWhen }), ...Object.fromEntries(params), why };
}

/**
 * What a preset says of a tool, in the form of a classification; undefined where it does not know the tool. What kind a tool is
 * that costs nothing, or makes what the gate has no word for, a preset does not say: there the definition is heard.
 */
function saidByPreset(preset, tool, read) {
  const why = [{ about: 'cost', from: 'preset', says: preset?.name, words: tool }];
  if (preset?.free.includes(tool)) return { kind: read().kind, paid: false, arguments: {}, why };
  const profile = preset?.paid[tool];
  if (profile === undefined) return undefined;
  const { inputs = [], preview: _preview, enhance: _enhance, ...named } = profile.arguments ?? {};
  const parts = Object.fromEntries(Object.entries(named).map(([part, path]) => [part, [path]]));
  const { kind = read().kind } = profile;
  return { kind: kind === 'sound' ? 'audio' : kind, paid: true, arguments: { ...parts, image: inputs }, why };
}

const knows = (preset, tool) => preset.free.includes(tool.name) || Object.hasOwn(preset.paid, tool.name);

/** The preset of a server: by the list's name or its package's, or by the server's own name where the preset knows tools of it. */
function presetOf({ server, package: name, serverInfo, tools }, presets) {
  const named = presets.find((one) => one.name === server || one.name === name);
  const own = serverInfo?.name;
  const known = (preset) => tools.filter((tool) => knows(preset, tool)).length;
  const [closest] = presets
    .filter((one) => one.servers?.includes(own) && known(one) > 0)
    .sort((one, other) => known(other) - known(one));
  return named ?? closest;
}

/**
 * A prediction for every tool of a folder, in the form of the labels, with its grounds.
 * @param withPresets what the preset of a list's server says of a tool goes before what its definition says
 */
export async function classifyFolder(root, folder, withPresets) {
  const { classifyTool, presets } = await loadSource(root, 'classifier', CONTENTS);
  return toolLists(folder).flatMap((list) => {
    const { server, package: name, tools } = list;
    const preset = withPresets ? presetOf(list, presets) : undefined;
    const classOf = (tool) => {
      const read = () => classifyTool(tool, { server: name ?? server });
      return saidByPreset(preset, tool.name, read) ?? read();
    };
    return tools.map((tool) => record(server, tool.name, classOf(tool)));
  });
}
