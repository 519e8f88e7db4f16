import type { ProfileInput } from '../../model/profile.js';

/** What a known generation server's tools are and cost: profiles by the server's own tool names. */
export interface Preset {
  /** kebab-case, equal to the file name; what a config names under `preset`. */
  readonly name: string;
  /** One line on which server this is. */
  readonly title: string;
  /** Published packages that are this server, as commands name them. */
  readonly packages?: readonly string[];
  /** Words of the command, such as `--tools=dynamic`, of which one makes the package this server. */
  readonly flags?: readonly string[];
  /** Hosts at which this server is offered over HTTP. */
  readonly hosts?: readonly string[];
  /** Names by which the server introduces itself. */
  readonly servers?: readonly string[];
  /** Tools that never cost anything. */
  readonly free: readonly string[];
  /** Profiles of the paid ones. */
  readonly paid: Readonly<Record<string, ProfileInput>>;
}
