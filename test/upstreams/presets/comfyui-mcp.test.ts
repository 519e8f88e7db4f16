import { describe, expect, it } from 'vitest';
import { comfyuiMcpPreset } from '../../../src/upstreams/presets/comfyui-mcp.js';
import { presetCall } from '../../fixtures/preset-call.js';

describe('the preset of ComfyUI', () => {
  it('quotes what the own machine draws at nothing, as an estimate', () => {
    const { quote, credits } = presetCall(comfyuiMcpPreset, 'generate_image', { action: 'video', prompt: 'a fox' });
    expect([quote.status, credits]).toEqual(['estimate', 0]);
  });

  it.each<[string, object]>([
    ['generate_image', { action: 'regenerate', asset_id: 'a' }],
    ['list_api_nodes', { action: 'generate', class_type: 'FluxProUltraImageNode', inputs: { prompt: 'a fox' } }],
    ['enqueue_workflow', { action: 'enqueue', workflow: {} }],
    ['batch', { action: 'submit', workflows: [] }],
    ['apps', { action: 'run', app_id: 'a' }],
    ['runpod', { action: 'create' }],
    ['runpod', { action: 'start', pod_id: 'p' }],
    ['comfy_cli', { action: 'workflow_run' }],
    ['call_tool', { name: 'runpod', args: { action: 'create' } }],
  ])('knows no price of %s %j, which may pay others', (tool, args) => {
    const call = presetCall(comfyuiMcpPreset, tool, args);
    expect([call.costs, call.credits]).toEqual([true, undefined]);
  });

  it.each<[string, object]>([
    ['list_api_nodes', { action: 'list' }],
    ['runpod', { action: 'stop', pod_id: 'p' }],
    ['batch', { action: 'status', batch_id: 'b' }],
    ['comfy_cli', { action: 'jobs_status' }],
  ])('lets %s %j through', (tool, args) => {
    expect(presetCall(comfyuiMcpPreset, tool, args).costs).toBe(false);
  });
});
