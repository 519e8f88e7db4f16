import { applyEdits, findNodeAtLocation, getNodeValue, modify, parse, parseTree, type JSONPath } from 'jsonc-parser';
import { parseConfig } from '../config.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { ProfileInput } from '../model/profile.js';
import { proposedProfile } from '../upstreams/classify/proposed-profile.js';
import { presets } from '../upstreams/presets/index.js';
import { CommandError } from './command-error.js';
import type { LevelWish } from './level-wish.js';
import type { ToolWish } from './tool-wish.js';

const formattingOptions = { insertSpaces: true, tabSize: 2 };

/**
 * The text of a config with what a person says of one tool written in; everything else, comments too, stays.
 * @param definition the tool's definition, where it is known: says which argument is which
 * @param today ISO date, noted as the date of the price
 * @throws CommandError when the config has no such server; ConfigError when the result would not be a config.
 */
export function withToolSetting(text: string, wish: ToolWish, definition: JsonObject, today: string): string {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const at = (path: JSONPath): unknown => {
    const node = tree === undefined ? undefined : findNodeAtLocation(tree, path);
    return node === undefined ? undefined : getNodeValue(node);
  };
  const server = at(['servers', wish.server]);
  if (!isJsonObject(server)) {
    const servers = at(['servers']);
    const known = isJsonObject(servers) ? Object.keys(servers) : [];
    throw new CommandError('missing', 'no-such-server', { server: wish.server, known });
  }
  const path = ['servers', wish.server, 'tools', wish.tool];
  const present = at(path);
  let edited = text;
  if (wish.paid && isJsonObject(present)) {
    // Only what was said is touched, so that comments beside the rest stay.
    for (const [key, value] of Object.entries(saidBy(wish, today))) edited = put(edited, [...path, key], value);
  } else {
    edited = put(edited, path, wish.paid ? profileOf(wish, server['preset'], definition, today) : 'free');
  }
  return checked(edited);
}

/**
 * The text of a config with a rule's level written in, for the file, one project or one shot; `default` takes it out.
 * Everything else, comments too, stays.
 * @throws ConfigError when the result would not be a config.
 */
export function withLevel(text: string, { rule, level, shot, project }: LevelWish): string {
  const place = shot === undefined ? (project === undefined ? [] : ['projects', project]) : ['shots', shot];
  return checked(put(text, [...place, 'rules', rule], level === 'default' ? undefined : level));
}

/** The text again, where it is a config; variables that a client may have need not be set here. */
function checked(text: string): string {
  parseConfig(parse(text, [], { allowTrailingComma: true }), 'config', new Proxy({}, { get: () => '' }));
  return text;
}

function put(text: string, path: JSONPath, value: unknown): string {
  return applyEdits(text, modify(text, path, value, { formattingOptions }));
}

function saidBy(wish: ToolWish, today: string): Partial<ProfileInput> {
  const { kind, credits, unit } = wish;
  return {
    paid: true,
    ...(kind === undefined ? {} : { kind }),
    ...(credits === undefined ? {} : { price: { unit: unit ?? 'call', credits, source: 'person', asOf: today } }),
  };
}

/** A new profile: on top of the preset's, which it takes the place of, else of what the tool's definition says. */
function profileOf(wish: ToolWish, preset: unknown, definition: JsonObject, today: string): ProfileInput {
  const known = presets.find(({ name }) => name === preset)?.paid[wish.tool];
  return {
    ...(known ?? readProfile({ name: wish.tool, ...definition }, wish.server)),
    ...saidBy(wish, today),
    paid: true,
  };
}

/** What a definition says, without what it leaves open: the config is read by people. */
function readProfile(definition: JsonObject, server: string): Partial<ProfileInput> {
  const { kind, arguments: map, freeWhen } = proposedProfile(definition, server);
  const { inputs, ...named } = map;
  const found = { ...named, ...(inputs.length > 0 ? { inputs } : {}) };
  return {
    ...(kind === 'other' ? {} : { kind }),
    ...(freeWhen === undefined ? {} : { freeWhen }),
    ...(Object.keys(found).length === 0 ? {} : { arguments: found }),
  };
}
