import { describe, expect, it } from 'vitest';
import { runScript } from './run-script.js';
import { temporaryFolder } from './temporary-folder.js';

const text = { type: 'string' };
const shop = {
  package: 'shop-mcp',
  tools: [
    {
      name: 'shop_draw',
      description: 'Draws a picture.',
      inputSchema: { type: 'object', properties: { prompt: text, n: { type: 'integer' } } },
    },
    { name: 'list_pictures', description: 'Lists pictures.', inputSchema: { type: 'object', properties: {} } },
  ],
};
const studio = { tools: [{ name: 'generate_music' }, { name: 'made_up' }] };
const folder = (more: Readonly<Record<string, unknown>> = {}) =>
  temporaryFolder(
    Object.fromEntries(
      Object.entries({ 'shop.json': shop, ...more }).map(([name, data]) => [name, JSON.stringify(data)]),
    ),
  );

describe('the classification of a folder', () => {
  it('is one list, with every tool, its arguments and its grounds', () => {
    const { code, output } = runScript('classify.mjs', folder({ 'labels.json': [] }));
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject([
      {
        server: 'shop',
        tool: 'shop_draw',
        kind: 'image',
        paid: true,
        prompt_param: 'prompt',
        count_param: 'n',
        size_param: null,
        why: [{ words: 'draw' }, {}, {}, {}],
      },
      { server: 'shop', tool: 'list_pictures', kind: 'list', paid: false, prompt_param: null },
    ]);
  });

  it('hears presets first, unless it shall not', () => {
    const files = { 'studio.json': studio };
    const [made, unknown] = (JSON.parse(runScript('classify.mjs', folder(files)).output) as object[]).slice(2);
    expect(made).toMatchObject({ tool: 'generate_music', prompt_param: 'prompt', why: [{ from: 'preset' }] });
    expect(unknown).toMatchObject({ tool: 'made_up', paid: true });
    const [alone] = (JSON.parse(runScript('classify.mjs', folder(files), '--no-presets').output) as object[]).slice(2);
    expect(alone).toMatchObject({ tool: 'generate_music', kind: 'music', paid: true, prompt_param: null });
  });

  it('knows the preset of a server by the name it gives itself, where it has tools of it', () => {
    const serverInfo = { name: 'greenlight-studio' };
    const files = { 'a.json': { serverInfo, ...studio }, 'b.json': { serverInfo, tools: [{ name: 'made_up' }] } };
    const read = JSON.parse(runScript('classify.mjs', folder(files)).output) as { tool: string; why: object[] }[];
    expect(read.slice(0, 3)).toMatchObject([
      { server: 'a', tool: 'generate_music', why: [{ from: 'preset' }] },
      { server: 'a', tool: 'made_up' },
      { server: 'b', tool: 'made_up' },
    ]);
    expect(read[2]?.why).not.toContainEqual(expect.objectContaining({ from: 'preset' }));
  });

  it('says what it cannot read, and how it is used', () => {
    expect(runScript('classify.mjs', folder({ 'bad.json': {} }))).toMatchObject({
      code: 2,
      output: expect.stringContaining('"tools" must be a list') as string,
    });
    expect(runScript('classify.mjs').output).toContain('npm run -s classify -- <folder of tool lists>');
  });
});
