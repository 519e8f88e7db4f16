import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Texts } from '../gate/texts-port.js';
import { viewTool } from './app-view.js';

const file = 'view/desk';

/** Words of prompts/view/desk.md that stand on the page. */
const shown = [
  ...['budget', 'takes', 'waiting', 'decide', 'spent', 'held', 'left', 'of', 'none', 'refresh', 'show', 'stale'],
  ...['in-doubt', 'released', 'dispatched'],
] as const;

/** The page of budgets and takes as one file, with its words in it; read when it is first asked for. */
export function viewPage(texts: Texts, version: string): () => string {
  let page: string | undefined;
  return () => {
    const words = Object.fromEntries(shown.map((name) => [name, texts.say(file, name)]));
    // In a script element only `</script` and `<!--` would end the text: no `<` is left in it.
    const json = JSON.stringify({ ...words, tool: viewTool, version }).replaceAll('<', '\\u003c');
    page ??= readFileSync(pageFile(), 'utf8').replace('{{words}}', () => json);
    return page;
  };
}

/** Beside this file in the source tree, beside the program once it is built. */
function pageFile(): string {
  return fileURLToPath(new URL('./view/desk.html', import.meta.url));
}
