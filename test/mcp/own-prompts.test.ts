import { describe, expect, it } from 'vitest';
import { openTexts } from '../../src/feedback/texts.js';
import { ownPrompts } from '../../src/mcp/own-prompts.js';

const prompts = ownPrompts(openTexts());

async function textOf(name: string, args: Record<string, string> = {}): Promise<string> {
  const found = prompts.find(({ definition }) => definition.name === name);
  const { messages } = ((await found?.get(args)) ?? {}) as { messages?: { content: { text: string } }[] };
  return messages?.[0]?.content.text ?? '';
}

describe('the slash commands', () => {
  it('have each a name of its own and a title', () => {
    const names = prompts.map(({ definition }) => definition.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { definition } of prompts) expect(String(definition['title']).length).toBeGreaterThan(5);
  });

  it.each(prompts.map(({ definition }) => definition))('$name reads well without arguments', async ({ name }) => {
    const text = await textOf(name);
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(/\{\{|undefined| {2}|\(\)/);
  });

  it.each(prompts.map(({ definition }) => definition))(
    '$name uses every argument that it names',
    async (definition) => {
      for (const { name, required } of definition['arguments'] as { name: string; required: boolean }[]) {
        expect(required).toBe(false);
        expect(await textOf(definition.name, { [name]: 'zebra' })).toContain('zebra');
      }
    },
  );
});
