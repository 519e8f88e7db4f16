import { describe, expect, it } from 'vitest';
import { withToolSetting } from '../../src/cli/config-edit.js';
import { parse } from 'jsonc-parser';

const text = `{
  // my work
  "project": "poster",
  "servers": {
    "shop": {
      "command": "shop", // started like this
      "env": { "KEY": "\${SHOP_KEY}" },
      "tools": {
        "make": { "paid": true, "kind": "image", /* as told */ "arguments": { "prompt": "what" } },
      },
    },
    "studio": { "command": "studio", "preset": "studio" },
  },
}
`;
const today = '2026-11-22';

function toolsOf(edited: string, server: string): Record<string, unknown> {
  const config = parse(edited, [], { allowTrailingComma: true });
  return config.servers[server].tools as Record<string, unknown>;
}

describe('withToolSetting', () => {
  it('writes a free tool in and keeps every comment', () => {
    const edited = withToolSetting(text, { server: 'shop', tool: 'list', paid: false }, {}, today);
    expect(toolsOf(edited, 'shop')['list']).toBe('free');
    for (const comment of ['// my work', '// started like this', '/* as told */']) expect(edited).toContain(comment);
  });

  it('changes only what was said of a tool that is described already', () => {
    const wish = { server: 'shop', tool: 'make', paid: true, credits: 30 } as const;
    const edited = withToolSetting(text, wish, {}, today);
    expect(toolsOf(edited, 'shop')['make']).toEqual({
      paid: true,
      kind: 'image',
      arguments: { prompt: 'what' },
      price: { unit: 'call', credits: 30, source: 'person', asOf: today },
    });
    expect(edited).toContain('/* as told */');
  });

  it('reads the arguments of a tool nobody has described from its schema', () => {
    const wish = { server: 'shop', tool: 'draw', paid: true, kind: 'image' } as const;
    const edited = withToolSetting(text, wish, { inputSchema: { properties: { prompt: {}, n: {} } } }, today);
    expect(toolsOf(edited, 'shop')['draw']).toEqual({
      arguments: { prompt: 'prompt', count: 'n' },
      paid: true,
      kind: 'image',
    });
  });

  it('starts from the preset where there is one', () => {
    const wish = { server: 'studio', tool: 'edit_image', paid: true, credits: 99 } as const;
    const edited = withToolSetting(text, wish, {}, today);
    expect(toolsOf(edited, 'studio')['edit_image']).toMatchObject({
      kind: 'edit',
      arguments: { prompt: 'prompt' },
      price: { credits: 99 },
    });
  });

  it('does not know a server that the config does not have', () => {
    expect(() => withToolSetting(text, { server: 'x', tool: 'y', paid: false }, {}, today)).toThrow('no-such-server');
  });

  it('writes nothing that would not be a config', () => {
    const wrong = text.replace('"project"', '"projekt"');
    expect(() => withToolSetting(wrong, { server: 'shop', tool: 'y', paid: false }, {}, today)).toThrow('projekt');
  });
});
