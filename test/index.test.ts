import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import * as door from '../src/index.js';
import type { Preset, ProfileInput } from '../src/index.js';

const { createGreenlight } = door;
const picture: ProfileInput = {
  paid: true,
  kind: 'image',
  arguments: { prompt: 'prompt', seconds: 'seconds' },
  price: { credits: 20, factors: [{ argument: 'seconds', atLeast: 6, times: 2 }] },
};
const fox = { prompt: 'A red fox sitting in fresh snow at dawn', seconds: 4 };

/** Every package and file that one entry brings along. */
async function graphOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'silent',
  });
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({ path }) => path));
  return [...Object.keys(metafile.inputs), ...imports];
}

describe('the library', () => {
  it('is these names', () => {
    expect(Object.keys(door).sort()).toEqual([
      'ConfigError',
      'PaidCallError',
      'RefusedError',
      'UnbilledError',
      'createGreenlight',
    ]);
  });

  it.each(['src/index.ts', 'src/agents/ai-sdk.ts'])(
    '%s brings neither MCP nor an agent framework along',
    async (entry) => {
      const graph = await graphOf(entry);
      expect(graph).toContain(entry);
      expect(
        graph.filter((path) => /@modelcontextprotocol|^ai$|@ai-sdk|src\/(app|cli|studio|testing)\b/.test(path)),
      ).toEqual([]);
    },
  );

  it('opens with nothing said: every tool is paid at an unknown price and asks', async () => {
    const greenlight = await createGreenlight();
    expect(greenlight.paidTools).toEqual([]);
    expect(greenlight.instructions).toContain('plan');
    expect((await greenlight.check({ tool: 'draw', arguments: fox })).text).toContain('unknown-price');
    await greenlight.close(0);
  });

  it('tells all problems of a setup together', async () => {
    const wrong = { draw: { ...picture, price: { credits: -1 } }, paint: { kind: 'image' } } as never;
    await expect(createGreenlight({ tools: wrong, presets: ['acme'] })).rejects.toThrow(
      /no preset "acme"; expected one of: .*studio[\s\S]*tools\.draw\.price\.credits[\s\S]*tools\.paint\.paid/,
    );
    await expect(createGreenlight({ budgets: [{ scope: 'session', limit: -5 }] })).rejects.toThrow('budgets.0.limit');
    await expect(createGreenlight({ bugdets: [] } as never)).rejects.toThrow('bugdets');
  });

  it('knows the tools of its presets, and what is said of a tool wins', async () => {
    const own: Preset = { name: 'own', title: 'My provider', free: ['list'], paid: { draw: picture } };
    const greenlight = await createGreenlight({ presets: ['studio', own], tools: { text_to_image: 'free' } });
    expect(greenlight.paidTools).toEqual(expect.arrayContaining(['draw', 'image_to_video']));
    expect(greenlight.paidTools).not.toContain('text_to_image');
    expect(greenlight.paidTools).not.toContain('list');
    await greenlight.close(0);
  });

  it('prices a left-out argument at its default', async () => {
    const schemas = { draw: { properties: { seconds: { default: 10 } } } };
    const greenlight = await createGreenlight({ tools: { draw: picture }, schemas });
    const checked = await greenlight.check({ tool: 'draw', arguments: { prompt: fox.prompt } });
    expect(checked).toMatchObject({ kind: 'allow', data: { price: 40 } });
    await greenlight.close(0);
  });

  it('describes the argument that it adds to paid tools', async () => {
    const greenlight = await createGreenlight();
    const published = greenlight.publish({ type: 'object', properties: { prompt: { type: 'string' } } });
    expect(published).toMatchObject({
      properties: { prompt: { type: 'string' }, greenlight: { properties: { shot: {}, phase: {}, because: {} } } },
    });
    await greenlight.close(0);
  });

  it('describes its own tools for any framework', async () => {
    const greenlight = await createGreenlight();
    const tools = greenlight.tools();
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['brainstorm', 'plan', 'estimate', 'feedback', 'budget', 'take', 'workflow', 'report']),
    );
    for (const { inputSchema, description } of tools) {
      expect(inputSchema['type']).toBe('object');
      expect(description.length).toBeGreaterThan(20);
    }
    const feedback = tools.find(({ name }) => name === 'feedback');
    expect(await feedback?.run('nonsense')).toMatchObject({ isError: true, data: { code: 'E_ARGUMENTS' } });
    await greenlight.close(0);
  });

  it('takes no answer for no answer', async () => {
    const rules = { 'plan-first': 'off' } as const;
    const askPerson = () => 'unavailable' as const;
    const greenlight = await createGreenlight({ tools: { draw: picture }, rules, ask: { above: 10 }, askPerson });
    expect((await greenlight.check({ tool: 'draw', arguments: fox })).kind).toBe('refused');
    expect(await greenlight.questions()).toHaveLength(1);
    await greenlight.close(0);
  });
});

describe('a question that cannot be asked', () => {
  it('holds the call back', async () => {
    const askPerson = () => Promise.reject(new Error('the window is gone'));
    const rules = { 'plan-first': 'off' } as const;
    const greenlight = await createGreenlight({ tools: { draw: picture }, rules, ask: { above: 10 }, askPerson });
    const checked = await greenlight.check({ tool: 'draw', arguments: fox });
    expect(checked).toMatchObject({ kind: 'refused', data: { status: 'held-back', why: 'the window is gone' } });
    await greenlight.close(0);
  });
});

describe('a library with a data folder', () => {
  it('remembers, and leaves in doubt what was sent and never settled', async () => {
    const data = mkdtempSync(join(tmpdir(), 'greenlight-library-'));
    try {
      const first = await createGreenlight({ data, tools: { draw: picture } });
      const checked = await first.check({ tool: 'draw', arguments: fox });
      if (checked.kind !== 'allow') throw new Error(checked.text);
      expect(await first.dispatched(checked.ticket)).toBe(true);
      await first.close(0);
      const second = await createGreenlight({ data, tools: { draw: picture } });
      expect(await second.outcome(checked.ticket.take)).toMatchObject({ kind: 'failed', data: { status: 'in-doubt' } });
      expect((await second.check({ tool: 'draw', arguments: fox })).text).toContain('in-doubt');
      await second.close(0);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });

  it('gives back what was never sent', async () => {
    const data = mkdtempSync(join(tmpdir(), 'greenlight-library-'));
    try {
      const first = await createGreenlight({ data, tools: { draw: picture } });
      expect((await first.check({ tool: 'draw', arguments: fox })).kind).toBe('allow');
      await first.close(0);
      const second = await createGreenlight({ data, tools: { draw: picture } });
      expect((await second.check({ tool: 'draw', arguments: fox })).kind).toBe('allow');
      await second.close(0);
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
});
