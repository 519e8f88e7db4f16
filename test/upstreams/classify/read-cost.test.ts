import { describe, expect, it } from 'vitest';
import { classifyTool } from '../../../src/upstreams/classify/classify-tool.js';

const tool = (name: string, description?: string, properties: object = {}) => ({
  ...{ name, inputSchema: { type: 'object', properties } },
  ...(description === undefined ? {} : { description }),
});
const cost = (...of: Parameters<typeof tool>) => {
  const { paid, why } = classifyTool(tool(...of));
  return { paid, says: why.filter(({ about }) => about === 'cost').map(({ from, says }) => `${from}: ${says}`) };
};

describe('whether a tool costs', () => {
  it('is no only where name and description agree', () => {
    expect(cost('list_images', 'List all images.')).toEqual({ paid: false, says: ['name: read', 'description: read'] });
    expect(cost('list_images', 'Generates images for a list.')).toEqual({
      paid: true,
      says: ['name: read', 'description: unclear'],
    });
    expect(cost('produce_images', 'List all images.')).toEqual({ paid: true, says: ['name: make'] });
    expect(cost('zorblax', 'Lists all images.')).toEqual({ paid: true, says: ['name: unclear'] });
  });

  it.each([
    'COST WARNING: see the price list.',
    'This may incur costs.',
    'Each call costs 5 credits.',
    'Is billed per second.',
    'SPENDS MONEY on every call.',
    'BILLABLE: state the price first.',
  ])('is yes where the description says "%s"', (said) => {
    expect(cost('get_clip', `Get a clip. ${said}`)).toEqual({ paid: true, says: ['description: costs'] });
  });

  it.each([
    'Does not cost any credits.',
    'No credits are used.',
    'Free of charge.',
    'Lists prices in credits per second.',
  ])('is not yes because of "%s"', (said) => {
    expect(cost('list_clips', `List clips. ${said}`).paid).toBe(false);
  });

  it('is yes where an argument makes things, whatever is said', () => {
    const prompt = { prompt: { type: 'string' } };
    expect(cost('get_clip', 'Get a clip. Free of charge.', prompt)).toEqual({
      paid: true,
      says: ['name: read', 'arguments: makes'],
    });
    expect(cost('play_voice', 'Play a voice.', { text: { type: 'string' } }).paid).toBe(true);
  });

  it('is yes where a model does the looking', () => {
    expect(cost('get_captions', 'Get captions of a video using AI.').paid).toBe(true);
    expect(cost('search_web', 'Search the web.').paid).toBe(true);
    expect(cost('find_objects', 'Objects found in the picture', { image_url: { type: 'string' } }).paid).toBe(true);
  });

  it('takes the arguments for a witness where nothing is described', () => {
    expect(cost('list_models').paid).toBe(false);
    expect(cost('get_job', undefined, { id: { type: 'string' } }).paid).toBe(false);
    expect(cost('get_clip', undefined, { prompt: { type: 'string' } }).paid).toBe(true);
    expect(cost('check_likeness').paid).toBe(true);
    expect(cost('upload_file').paid).toBe(true);
  });

  it('hears no annotations', () => {
    const annotations = { readOnlyHint: true, destructiveHint: false };
    expect(classifyTool({ ...tool('make_image', 'Makes an image.'), annotations }).paid).toBe(true);
  });

  it('asks for a word that a plan is free', () => {
    expect(cost('plan_song', 'Plan a song.').paid).toBe(true);
    expect(cost('plan_song', 'Plan a song without generating it.').paid).toBe(false);
  });
});
