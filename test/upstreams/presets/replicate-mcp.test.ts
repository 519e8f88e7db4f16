import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cheaperModels } from '../../../src/gate/cheaper.js';
import type { ToolView } from '../../../src/gate/lens.js';
import { quoteOf } from '../../../src/ledger/quote-of.js';
import type { JsonObject } from '../../../src/model/json.js';
import { modelAt } from '../../../src/model/model-place.js';
import { profileSchema } from '../../../src/model/profile.js';
import type { ToolList } from '../../../src/testing/preset-contract.js';
import { replicateMcpPreset } from '../../../src/upstreams/presets/replicate-mcp.js';
import { openBench } from '../../fixtures/gate-bench.js';
import { read } from '../../fixtures/tool-lens.js';

const list = JSON.parse(
  readFileSync(new URL('../../fixtures/tools/replicate-mcp.json', import.meta.url), 'utf8'),
) as ToolList;
const name = 'create_models_predictions';
const profile = profileSchema.parse(replicateMcpPreset.paid[name]);
const tool: ToolView = {
  ...{ server: 'replicate', name, exposed: `replicate_${name}`, profile },
  schema: list.tools.find((each) => each.name === name)?.inputSchema ?? {},
};
const models = Object.keys(profile.price?.models ?? {});
const input = { prompt: 'a red fox', num_outputs: 1, go_fast: true };

/** A call on a model that is named as `owner/name`. */
function callOn(model: string): JsonObject {
  const [model_owner, model_name] = model.split('/');
  return { model_owner, model_name, input };
}

describe('any model of Replicate', () => {
  it.each(models)('is never offered under an owner that does not have it, beside %s', (model) => {
    const request = read(tool, callOn(model));
    const quote = quoteOf(profile, request);
    expect(request.model).toBe(model);
    expect(quote.status).toBe('estimate');
    for (const offer of cheaperModels(tool, request, quote)) {
      expect(models).toContain(modelAt(offer.call.arguments, ['model_owner', 'model_name']));
      expect(offer.call.arguments['input']).toEqual(input);
    }
  });

  it('has cheaper ones of other owners', () => {
    const request = read(tool, callOn('google/imagen-4-ultra'));
    const offers = cheaperModels(tool, request, quoteOf(profile, request));
    expect(offers[0]?.call.arguments).toEqual(callOn('black-forest-labs/flux-schnell'));
  });

  it('has no price where another owner has one of that name, and where no owner is named', () => {
    expect(quoteOf(profile, read(tool, callOn('somebody/flux-schnell'))).status).toBe('unknown');
    expect(quoteOf(profile, read(tool, { model_name: 'flux-schnell', input })).status).toBe('unknown');
  });

  it('is sent with the fixed count inside its input, and nothing else is changed', async () => {
    const bench = await openBench({ tools: [tool], policy: { levels: { 'plan-first': 'off' } } });
    const own = {
      prompt: 'A red fox in fresh snow at dawn',
      num_outputs: 4,
      lora: { scale: 0.8, weights: ['a', 'b'] },
    };
    const given = { ...callOn('black-forest-labs/flux-schnell'), input: own, Prefer: 'wait=5' };
    const paid = { ...bench.call(''), arguments: given };
    const before = structuredClone(given);
    expect(await bench.gate.run(paid, bench.dispatch, () => undefined)).toMatchObject({ kind: 'done' });
    expect(bench.sent.map((sent) => sent.arguments)).toEqual([{ ...given, input: { ...own, num_outputs: 1 } }]);
    expect(given).toEqual(before);
  });
});
