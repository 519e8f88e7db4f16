import type { Take } from '../model/take.js';
import { shortened } from '../model/shortened.js';
import type { Texts } from '../gate/texts-port.js';
import { plainLine } from './plain-text.js';

/** Longest prompt that is shown where a person has to decide. */
const longestPrompt = 1200;

/** What a person should see of a take before they judge it: what was asked, what it cost, where the files are. */
export function takeText(texts: Texts, take: Take): string {
  return texts.say('cli/takes', 'judged', {
    ...take,
    take: take.id,
    with: plainLine(take.model ?? take.tool),
    prompt: shortened(plainLine(take.prompt), longestPrompt),
    files: take.assets.map(({ path }) => ({ path: plainLine(path) })),
  });
}
