import { describe, expect, it } from 'vitest';
import { cheapestTool } from '../../../src/gate/flow/cheapest-tool.js';
import type { ToolView } from '../../../src/gate/lens.js';
import { profileSchema } from '../../../src/model/profile.js';
import { openBench, pictureTool, pricelessTool } from '../../fixtures/gate-bench.js';
import { listedTool } from '../../fixtures/listed-tool.js';

const editTool: ToolView = {
  ...{ server: 'studio', name: 'edit', exposed: 'studio_edit', schema: { required: ['image'] } },
  profile: profileSchema.parse({
    ...{ paid: true, kind: 'edit', arguments: { prompt: 'prompt', inputs: ['image'] } },
    price: { unit: 'call', credits: 12, source: 'list' },
  }),
};

describe('the cheapest tool of a kind', () => {
  it('is looked for among all that are connected, each on its cheapest model', async () => {
    const dearer = pictureTool({ price: { unit: 'call', credits: 40, source: 'list' } });
    const { desk } = await openBench({ tools: [{ ...dearer, exposed: 'other_draw' }, editTool, pictureTool()] });
    expect(cheapestTool(desk, ['image'], 'a fox')).toEqual({
      ...{ tool: 'studio_generate_image', model: 'draft', amount: 5_000_000 },
    });
    expect(cheapestTool(desk, ['inpaint', 'edit'])).toEqual({ tool: 'studio_edit', amount: 12_000_000 });
  });

  it('is one of many kinds on a model that makes the wanted one', async () => {
    const kindBy = { argument: 'model', kinds: { fine: 'video' } } as const;
    const { desk } = await openBench({ tools: [pictureTool({ kindBy })] });
    expect(cheapestTool(desk, ['video'])).toMatchObject({ model: 'fine', amount: 50_000_000 });
    expect(cheapestTool(desk, ['image'])).toMatchObject({ model: 'draft', amount: 5_000_000 });
  });

  it('is looked for in the price list, too', async () => {
    const entries = [
      { model: 'fine', amount: 50 },
      { model: 'draft', amount: 3 },
    ];
    const { desk } = await openBench({ tools: [pictureTool(), { ...listedTool(entries), exposed: 'other_draw' }] });
    expect(cheapestTool(desk, ['image'])).toMatchObject({ tool: 'other_draw', model: 'draft', amount: 3_000_000 });
  });

  it('names a model in two arguments only where its id comes apart into them', async () => {
    const models = { 'acme/best': { credits: 90 }, 'acme/fine': { credits: 50 }, draft: { credits: 5 } };
    const split = pictureTool({ arguments: { prompt: 'prompt', model: ['owner', 'name'] }, price: { models } });
    const { desk } = await openBench({ tools: [split] });
    expect(cheapestTool(desk, ['image'])).toMatchObject({ model: 'acme/fine', amount: 50_000_000 });
  });

  it('is none where there is no such tool, or nobody knows its price', async () => {
    const { desk } = await openBench({ tools: [pictureTool(), pricelessTool] });
    expect(cheapestTool(desk, ['video'])).toBeUndefined();
    expect(cheapestTool(desk, ['other'])).toBeUndefined();
  });
});
