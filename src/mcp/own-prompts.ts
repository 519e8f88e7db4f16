import type { Texts } from '../gate/texts-port.js';
import type { OwnPrompt } from './face-options.js';

/** The slash commands: name, title, and the arguments that their texts under prompts/flow/ take. */
const commands = [
  { name: 'brainstorm', title: 'Brainstorm first, free of charge', arguments: ['topic'] },
  { name: 'plan', title: 'Plan shots, phases and cost', arguments: ['budget'] },
  { name: 'refine-prompt', title: 'Refine the prompt instead of re-rolling', arguments: ['take'] },
  { name: 'one-version', title: 'Create one version, then wait', arguments: ['shot'] },
  { name: 'finish', title: 'Finish a shot', arguments: ['shot'] },
  { name: 'save-workflow', title: 'Save how we worked', arguments: ['name'] },
] as const;

/** The gateway's own prompts, in the words of prompts/flow/. */
export function ownPrompts(texts: Texts): OwnPrompt[] {
  return commands.map(({ name, title, arguments: names }) => ({
    definition: {
      name,
      title,
      description: title,
      arguments: names.map((argument) => ({ name: argument, required: false })),
    },
    get: (args) => {
      const text = texts.page(`flow/${name}`, args);
      return Promise.resolve({ description: title, messages: [{ role: 'user', content: { type: 'text', text } }] });
    },
  }));
}
