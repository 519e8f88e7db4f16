import { describe, expect, it } from 'vitest';
import { kindIn } from '../../src/gate/kind-in.js';
import { readRequest, type ToolView } from '../../src/gate/lens.js';
import { profileSchema } from '../../src/model/profile.js';

const profile = profileSchema.parse({
  paid: true,
  kind: 'image',
  kindBy: {
    argument: 'input.model',
    kinds: { 'veo-*': 'video', 'veo-still': 'image', 'veo-s*': 'edit', 'veo-s': 'reframe', upscaler: 'upscale' },
  },
});

describe('what a tool of many kinds makes', () => {
  it.each([
    ['veo-3', 'video'],
    ['veo-still', 'image'],
    ['veo-scene', 'edit'],
    ['veo-s', 'reframe'],
    ['constructor', 'image'],
    ['upscaler', 'upscale'],
    ['upscaler-two', 'image'],
    ['', 'image'],
    [7, 'image'],
    [undefined, 'image'],
  ])('with %j is %s', (model, kind) => {
    expect(kindIn(profile, { input: { model } })).toBe(kind);
  });

  it('is what the request says, also where the schema gives the value', () => {
    const schema = { properties: { input: { type: 'object', properties: { model: { default: 'veo-3' } } } } };
    const tool: ToolView = { server: 'any', name: 'run', exposed: 'any_run', profile, schema };
    expect(readRequest(tool, { input: {} })).toMatchObject({ kind: 'video' });
    expect(readRequest(tool, { input: { model: 'upscaler' } })).toMatchObject({ kind: 'upscale' });
  });

  it('is the tool’s kind where nothing decides', () => {
    expect(kindIn({ kind: 'voice' }, { model: 'veo-3' })).toBe('voice');
  });
});
