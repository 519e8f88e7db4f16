import type { JsonObject } from '../model/json.js';
import { withListed, type PricedTool } from '../ledger/listed-prices.js';
import type { ListedPrice } from '../model/listed-price.js';
import type { Rates } from '../model/price-file.js';
import { profileSchema, type Profile } from '../model/profile.js';
import { classifyTool } from './classify/classify-tool.js';
import { classifiedProfile } from './classify/classified-profile.js';
import type { Classification } from './classify/classification.js';
import type { OncePaid } from './once-paid.js';
import type { Preset } from './presets/preset.js';
import { noPreset, recognisePreset, type Reach } from './recognise-preset.js';
import { statedPrices } from './stated/stated-prices.js';

/**
 * Where a tool's profile comes from: a person, a preset that a person named, one that was recognised by the command or
 * address of the server, or the tool's own definition as the classifier reads it.
 */
export type ProfileSource = 'config' | 'preset' | 'recognised' | 'classifier';

/** Whether what a tool is taken for hangs on its definition staying what it was: nobody vouched for it by name. */
export function hangsOnDefinition(source: ProfileSource): boolean {
  return source === 'classifier' || source === 'recognised';
}

/** What a tool is taken for, and why. */
export interface ToolProfile {
  readonly profile: Profile;
  readonly source: ProfileSource;
  /** What the classifier read and why; absent where a person or a preset has said what the tool is. */
  readonly classification?: Classification | undefined;
}

/** What a config says of one server's tools. */
export interface ServerProfiles extends Reach {
  /** Name of a preset; `none`: none is recognised either. */
  readonly preset?: string | undefined;
  /** Profiles by the upstream's own tool names; `free` for tools that never cost anything. */
  readonly tools: Readonly<Record<string, 'free' | Profile>>;
}

/** The profiles of all configured servers' tools. */
export interface ProfileBook {
  /**
   * The profile of a tool: the person's, else the preset's, else what its definition says, which is paid with unknown price
   * unless name and description agree that it costs nothing. A definition is read once; a changed one is another object.
   */
  of(server: string, tool: string, definition: JsonObject): ToolProfile;
}

const free = profileSchema.parse({ paid: false });
const unknown = profileSchema.parse({ paid: true });

/**
 * Makes the profile book of a config.
 * @param pricesOf the prices out of lists for a tool whose profile has none
 * @param rates what currencies are worth in which servers state prices themselves; left out, those are not read
 * @param before tools that were once read as paid and stay so until a person says otherwise
 * @throws Error naming the server and the known presets when a preset does not exist.
 */
export function profileBook(
  servers: Readonly<Record<string, ServerProfiles>>,
  presets: readonly Preset[],
  before?: OncePaid,
  pricesOf: (tool: PricedTool) => readonly ListedPrice[] = () => [],
  rates?: Rates,
): ProfileBook {
  const known = new Map<string, ReadonlyMap<string, ToolProfile>>();
  for (const [server, settings] of Object.entries(servers)) {
    const byTool = new Map<string, ToolProfile>();
    addPreset(byTool, server, settings, presets);
    for (const [tool, setting] of Object.entries(settings.tools)) {
      byTool.set(tool, { profile: setting === 'free' ? free : setting, source: 'config' });
    }
    known.set(server, byTool);
  }
  const read = new WeakMap<JsonObject, ToolProfile>();
  const priced = new WeakMap<ToolProfile, WeakMap<JsonObject, ToolProfile>>();
  const found = (server: string, tool: string, definition: JsonObject): ToolProfile => {
    const seen = known.get(server)?.get(tool) ?? read.get(definition);
    if (seen !== undefined) return seen;
    const now = stillPaid(classified(server, tool, definition), before?.has(server, tool) === true);
    if (now.profile.paid) before?.add(server, tool);
    read.set(definition, now);
    return now;
  };
  return {
    of(server, tool, definition) {
      const said = found(server, tool, definition);
      const byDefinition = priced.get(said) ?? new WeakMap<JsonObject, ToolProfile>();
      priced.set(said, byDefinition);
      const known = byDefinition.get(definition);
      if (known !== undefined) return known;
      const at = { server, preset: servers[server]?.preset, tool };
      const listed = withListed(said.profile, () => pricesOf(at));
      const isOpen = listed.paid && listed.price === undefined;
      const stated = isOpen && rates !== undefined ? statedPrices(at, definition, rates) : undefined;
      const profile = stated === undefined ? listed : { ...listed, stated };
      const whole = profile === said.profile ? said : { ...said, profile };
      byDefinition.set(definition, whole);
      return whole;
    },
  };
}

/** A definition that changed from paid to free is not believed: only a person says so. */
function stillPaid(now: ToolProfile, wasPaid: boolean): ToolProfile {
  return wasPaid && !now.profile.paid ? { ...now, profile: unknown } : now;
}

function classified(server: string, tool: string, definition: JsonObject): ToolProfile {
  const classification = classifyTool({ ...definition, name: tool }, { server });
  return {
    profile: classifiedProfile(classification, definition['inputSchema']),
    source: 'classifier',
    classification,
  };
}

function addPreset(
  byTool: Map<string, ToolProfile>,
  server: string,
  settings: ServerProfiles,
  presets: readonly Preset[],
): void {
  const { preset: name } = settings;
  if (name === noPreset) return;
  const source = name === undefined ? 'recognised' : 'preset';
  const found =
    name === undefined
      ? recognisePreset(settings, presets)
      : (presets.find((candidate) => candidate.name === name) ?? absent(server, name, presets));
  for (const tool of found?.free ?? []) byTool.set(tool, { profile: free, source });
  for (const [tool, input] of Object.entries(found?.paid ?? {})) {
    byTool.set(tool, { profile: profileSchema.parse(input), source });
  }
}

function absent(server: string, name: string, presets: readonly Preset[]): never {
  const names = presets.map((candidate) => candidate.name).join(', ');
  throw new Error(`servers.${server}.preset: there is no preset "${name}"; expected one of: ${names}`);
}
