import type { Preset } from './presets/preset.js';

/** How a config reaches a server: a program with its arguments, or an address. */
export interface Reach {
  readonly command?: string | undefined;
  readonly args?: readonly string[] | undefined;
  readonly url?: string | undefined;
}

/** The setting of a server that no preset shall be recognised for. */
export const noPreset = 'none';

/**
 * The preset of a server, as the person's own config reaches it: by the published package that the command starts
 * (`npx -y NAME@1.2`, `uvx NAME`, `node …/node_modules/NAME/…`), with one of the preset's flags where it has some, or by the host of its address. What a server says of itself
 * is not asked: it may say anything.
 */
export function recognisePreset({ command, args = [], url }: Reach, presets: readonly Preset[]): Preset | undefined {
  if (url !== undefined) {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    return presets.find(({ hosts = [] }) => hosts.includes(host));
  }
  const words = [command ?? '', ...args];
  const published = presets.filter(({ packages = [] }) =>
    packages.some((name) => words.some((word) => starts(word, name))),
  );
  const line = `${words.join(' ')} `;
  const started = published.find(({ flags = [] }) => flags.some((flag) => line.includes(` ${flag} `)));
  return started ?? published.find(({ flags }) => flags === undefined);
}

function starts(word: string, name: string): boolean {
  if (word === name || word.startsWith(`${name}@`) || word.startsWith(`${name}==`)) return true;
  return `${word.replaceAll('\\', '/')}/`.includes(`/node_modules/${name}/`);
}
