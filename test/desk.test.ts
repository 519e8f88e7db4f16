import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/config.js';
import { bindOwnTools, instructionsOf, type DeskParts } from '../src/desk.js';
import { openEngine } from '../src/engine.js';
import { openTexts } from '../src/feedback/texts.js';
import type { ToolContext } from '../src/gate/call-port.js';
import { ownTools } from '../src/mcp/tools/index.js';
import { profileSchema } from '../src/model/profile.js';

const none = (): void => undefined;
const profile = profileSchema.parse({ paid: true, kind: 'image', price: { credits: 20 } });
const context: ToolContext = {
  meta: { who: 'ann' },
  client: { name: 't', version: '1', era: '2025', capabilities: {}, elicit: () => Promise.reject(new Error('none')) },
  progress: none,
  signal: new AbortController().signal,
};

async function withDesk(body: (desk: DeskParts) => Promise<void>): Promise<void> {
  const config = parseConfig({ store: 'memory', project: 'poster' });
  const ask = () => Promise.resolve({ kind: 'unavailable' as const, why: 'nobody' });
  const engine = await openEngine(config, { log: { debug: none, info: none, warn: none, error: none }, ask });
  const { gate, ports } = engine;
  await body({
    ...{ gate, ports, project: 'poster', texts: openTexts() },
    paidTools: () => Promise.resolve([{ server: 'a', name: 'draw', exposed: 'a_draw', profile, schema: {} }]),
    callerOf: ({ meta }) => ({ principal: String(meta['who']), client: 't', project: 'poster' }),
  });
  await engine.close();
}

describe('the own tools of both doors', () => {
  it('are all there, described in their own words', async () => {
    await withDesk(async (desk) => {
      const bound = bindOwnTools(desk);
      expect(bound.map(({ name }) => name)).toEqual(ownTools.map(({ name }) => name));
      for (const { name, description } of bound) expect(description, name).toBe(desk.texts.page(`tools/${name}`));
    });
  });

  it('know the paid tools and who is calling', async () => {
    await withDesk(async (desk) => {
      const estimate = bindOwnTools(desk).find(({ name }) => name === 'estimate');
      const priced = await estimate?.run({ tool: 'a_draw', arguments: {} }, context);
      expect(priced?.structured['quote']).toMatchObject({ credits: 20 });
      const unknown = await estimate?.run({ tool: 'draw', arguments: {} }, context);
      expect(unknown?.structured).toMatchObject({ code: 'no-such-tool', tools: ['a_draw'] });
      expect(await desk.ports.store.openSessions('poster', 0)).toMatchObject([{ principal: 'ann' }]);
    });
  });

  it('report on the project they are bound to', async () => {
    await withDesk(async (desk) => {
      const report = bindOwnTools(desk).find(({ name }) => name === 'report');
      expect((await report?.run({}, context))?.text).toContain('poster');
    });
  });
});

describe('the instructions', () => {
  it('name the workflows that can be loaded', async () => {
    await withDesk(async (desk) => {
      expect(await instructionsOf(desk)).not.toContain('product-shots');
      const workflow = bindOwnTools(desk).find(({ name }) => name === 'workflow');
      await workflow?.run({ action: 'save', name: 'product-shots', body: '' }, context);
      expect(await instructionsOf(desk)).toContain('product-shots');
    });
  });
});
