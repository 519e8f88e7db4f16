import { resolve } from 'node:path';
import { configSchema, ConfigError, loadConfig, type Config } from '../config.js';
import { findConfig } from './find-config.js';

/** Options that every command takes. */
export interface SharedOptions {
  readonly config?: string | undefined;
  readonly data?: string | undefined;
  readonly project?: string | undefined;
  readonly json?: boolean | undefined;
}

/** The config a command works with, and where it was read. */
export interface Settings {
  readonly file: string;
  /** What the command works with: options stand above the file. */
  readonly config: Config;
  /** What the file itself says. */
  readonly written: Config;
}

/**
 * Reads the config for a command; options stand above the file.
 * @param options.needsEnvironment whether upstreams will be started. Otherwise their unset variables do not matter: a
 *   client may have them where this terminal has not.
 * @throws ConfigError with all problems together.
 */
export function readSettings(shared: SharedOptions, options: { readonly needsEnvironment?: boolean } = {}): Settings {
  const file = findConfig(shared.config);
  const written = loadConfig(file, options.needsEnvironment === true ? process.env : lenient(process.env));
  const project = configSchema.shape.project.safeParse(shared.project ?? written.project);
  if (!project.success) {
    throw new ConfigError(
      'command line',
      project.error.issues.map((issue) => `--project: ${issue.message}`),
    );
  }
  const data = shared.data === undefined ? written.data : resolve(shared.data);
  return { file, config: { ...written, project: project.data, data }, written };
}

/** An environment in which every variable is set. */
function lenient(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return new Proxy(env, { get: (target, key) => (typeof key === 'string' ? (target[key] ?? '') : undefined) });
}
