// What the programs do without, so that they start fast: a second JSON Schema validator and messages in 40 languages.
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';

const AJV_IMPORT = /import \{ n as AjvJsonSchemaValidator \} from "\.\/ajvProvider-[\w-]+\.mjs";/;
const LEAN_IMPORT =
  'import { CfWorkerJsonSchemaValidator as AjvJsonSchemaValidator } from "./validators/cfWorker.mjs";';

/** The protocol library's shim with the small validator (the one that checks tool arguments) in place of the large one. */
function leanShim(path) {
  const text = readFileSync(path, 'utf8');
  if (!AJV_IMPORT.test(text)) throw new Error(`${path} is not what it was: look at scripts/lib/lean.mjs`);
  return text.replace(AJV_IMPORT, LEAN_IMPORT);
}

/** An esbuild plugin for the programs; the library keeps its imports as they are. */
export const lean = {
  name: 'lean',
  setup(build) {
    build.onLoad({ filter: /@modelcontextprotocol[\\/](client|server)[\\/]dist[\\/]shimsNode\.mjs$/ }, ({ path }) => ({
      contents: leanShim(path),
      resolveDir: dirname(path),
    }));
    build.onLoad({ filter: /zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path }) => ({
      contents: 'export { default as en } from "./en.js";',
      resolveDir: dirname(path),
    }));
  },
};
