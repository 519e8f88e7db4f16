import { profileSchema, type Profile } from '../model/profile.js';
import type { Preset } from './presets/preset.js';

/** Where a tool's profile comes from. */
export type ProfileSource = 'config' | 'preset' | 'unknown';

/** What a tool is taken for, and why. */
export interface ToolProfile {
  readonly profile: Profile;
  readonly source: ProfileSource;
}

/** What a config says of one server's tools. */
export interface ServerProfiles {
  readonly preset?: string | undefined;
  /** Profiles by the upstream's own tool names; `free` for tools that never cost anything. */
  readonly tools: Readonly<Record<string, 'free' | Profile>>;
}

/** The profiles of all configured servers' tools. */
export interface ProfileBook {
  /** The profile of a tool: the person's, else the preset's, else paid with unknown price. */
  of(server: string, tool: string): ToolProfile;
}

const free = profileSchema.parse({ paid: false });
const unknown = profileSchema.parse({ paid: true });

/**
 * Makes the profile book of a config.
 * @throws Error naming the server and the known presets when a preset does not exist.
 */
export function profileBook(
  servers: Readonly<Record<string, ServerProfiles>>,
  presets: readonly Preset[],
): ProfileBook {
  const known = new Map<string, ReadonlyMap<string, ToolProfile>>();
  for (const [server, { preset, tools }] of Object.entries(servers)) {
    const byTool = new Map<string, ToolProfile>();
    if (preset !== undefined) addPreset(byTool, server, preset, presets);
    for (const [tool, setting] of Object.entries(tools)) {
      byTool.set(tool, { profile: setting === 'free' ? free : setting, source: 'config' });
    }
    known.set(server, byTool);
  }
  return { of: (server, tool) => known.get(server)?.get(tool) ?? { profile: unknown, source: 'unknown' } };
}

function addPreset(byTool: Map<string, ToolProfile>, server: string, name: string, presets: readonly Preset[]): void {
  const preset = presets.find((candidate) => candidate.name === name);
  if (preset === undefined) {
    const names = presets.map((candidate) => candidate.name).join(', ');
    throw new Error(`servers.${server}.preset: there is no preset "${name}"; expected one of: ${names}`);
  }
  for (const tool of preset.free) byTool.set(tool, { profile: free, source: 'preset' });
  for (const [tool, input] of Object.entries(preset.paid)) {
    byTool.set(tool, { profile: profileSchema.parse(input), source: 'preset' });
  }
}
