import { describe, expect, it } from 'vitest';
import { replicateDynamicPreset } from '../../../src/upstreams/presets/replicate-dynamic.js';
import { replicateMcpPreset } from '../../../src/upstreams/presets/replicate-mcp.js';
import { presetCall, type PresetCall } from '../../fixtures/preset-call.js';

const invoke = (endpoint_name: string, args: object): PresetCall =>
  presetCall(replicateDynamicPreset, 'invoke_api_endpoint', { endpoint_name, args });

describe('the preset of one tool for any endpoint', () => {
  it('lets every endpoint through that has a free tool in the other mode', () => {
    for (const endpoint of replicateMcpPreset.free) {
      expect([endpoint, invoke(endpoint, {}).costs]).toEqual([endpoint, false]);
    }
  });

  it.each([...Object.keys(replicateMcpPreset.paid), 'an_endpoint_of_tomorrow', ''])('takes %j for paid', (endpoint) => {
    expect(invoke(endpoint, {}).costs).toBe(true);
  });

  it('reads what is asked for, and its price, one level deeper', () => {
    const model = { model_owner: 'black-forest-labs', model_name: 'flux-schnell' };
    const input = { prompt: 'a red fox', num_outputs: 2, seed: 7 };
    const { request, credits } = invoke('create_models_predictions', { ...model, input });
    expect(request).toMatchObject({ kind: 'image', prompt: 'a red fox', count: 2, seed: 7, model: 'flux-schnell' });
    expect(credits).toBe(0.6);
  });

  it.each([
    ['veo-3', 'video'],
    ['flux-fill-dev', 'inpaint'],
    ['a-model-of-tomorrow', 'other'],
  ])('takes a call of %s for %s', (model_name, kind) => {
    expect(invoke('create_models_predictions', { model_name, input: {} }).request.kind).toBe(kind);
  });

  it.each([
    ['create_predictions', 'black-forest-labs'],
    ['create_trainings', 'black-forest-labs'],
    ['create_deployments', 'black-forest-labs'],
    ['create_models_predictions', 'somebody-else'],
    ['create_models_predictions', undefined],
  ])('knows no price of %s of %s', (endpoint, model_owner) => {
    const args = { model_owner, model_name: 'flux-schnell', input: { prompt: 'x' } };
    expect(invoke(endpoint, args).credits).toBeUndefined();
  });

  it('asks how a prediction stands through the same tool, which is free then', () => {
    const status = replicateDynamicPreset.paid['invoke_api_endpoint']?.outcome?.job?.status;
    expect(status).toMatchObject({ tool: 'invoke_api_endpoint', argument: 'args.prediction_id' });
    expect(invoke(String(status?.arguments?.['endpoint_name']), { prediction_id: 'p1' }).costs).toBe(false);
  });
});
