import type { JsonObject } from './json.js';
import type { Kind } from './kind.js';
import type { Phase } from './phase.js';
import type { Tier } from './tier.js';

/** What the agent said beside the tool's own arguments, in the optional `greenlight` argument. */
export interface Hints {
  readonly session?: string | undefined;
  readonly shot?: string | undefined;
  readonly phase?: Phase | undefined;
  /** One line that answers an open nudge. */
  readonly because?: string | undefined;
}

/** An argument that switches something on: where it is, what switches it on, and whether that stands there. */
export interface Switch {
  readonly path: string;
  readonly on: string | number | boolean;
  readonly isOn: boolean;
}

/** How a tool is told what must not appear: by an argument of its own, or in the prompt after a suffix such as `--no `. */
export type NegativeForm = { readonly argument: string } | { readonly suffix: string; readonly prompt: string };

/** A paid tool call read into the common form. Seconds and pixels are plain numbers; texts are verbatim. */
export interface GenerationRequest {
  readonly server: string;
  /** The upstream's own tool name. */
  readonly tool: string;
  /** The name under which the agent calls it. */
  readonly exposed: string;
  readonly kind: Kind;
  /** The arguments with the schema's defaults filled in: what price, digest and rules are about. */
  readonly arguments: JsonObject;
  /** The arguments as they will be sent: as given, but for fixes. */
  readonly sent: JsonObject;
  readonly prompt: string;
  readonly negativePrompt: string;
  /** How the tool takes what must not appear; undefined when it does not. */
  readonly negative?: NegativeForm | undefined;
  /** Versions in all: the count of one job times the combinations. */
  readonly count: number;
  /** Prompts that the tool expands this one to, each a job of its own; 1 for most. */
  readonly combinations: number;
  readonly model?: string | undefined;
  readonly tier: Tier;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly aspect?: string | undefined;
  readonly seconds?: number | undefined;
  readonly audio?: boolean | undefined;
  /** The tool's cheap preview mode, where it has one. */
  readonly preview?: Switch | undefined;
  /** The tool's enhancement of the final quality, where it has one. */
  readonly enhance?: Switch | undefined;
  readonly seed?: number | undefined;
  /** Names, paths or addresses of assets that the call starts from. */
  readonly inputs: readonly string[];
}
