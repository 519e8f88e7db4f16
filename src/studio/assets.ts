import { fileURLToPath } from 'node:url';

/** Path of the one font that the studio draws with; found beside the sources and beside a bundle alike. */
export function fontFile(): string {
  return fileURLToPath(new URL('./assets/Figtree-Medium.ttf', import.meta.url));
}
