import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/upstreams/classify/read-arguments.js';
import { fieldsOf } from '../../../src/upstreams/classify/schema-fields.js';
import type { ToolKind } from '../../../src/upstreams/classify/words/kinds.js';

const read = (properties: object, kind?: ToolKind) => readArguments(fieldsOf({ properties }), kind).parts;
const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, {}]));

describe('readArguments', () => {
  it('knows the usual names', () => {
    expect(read(named('text', 'num_images', 'model_id', 'aspect_ratio', 'duration', 'image_url', 'style'))).toEqual({
      prompt: ['text'],
      count: ['num_images'],
      model: ['model_id'],
      aspect: ['aspect_ratio'],
      seconds: ['duration'],
      image: ['image_url'],
    });
  });

  it('prefers the plainer name and the shallower place', () => {
    expect(read(named('text', 'prompt')).prompt).toEqual(['prompt']);
    expect(read({ options: { type: 'object', properties: named('prompt') }, prompt: {} }).prompt).toEqual(['prompt']);
    expect(read({ options: { type: 'object', properties: named('prompt') } }).prompt).toEqual(['options.prompt']);
  });

  it('believes values more than names', () => {
    expect(read({ audio: { type: 'string' } })).toEqual({ sound: ['audio'] });
    expect(read({ audio: { type: 'boolean' } })).toEqual({ audio: ['audio'] });
    expect(read({ prompt: { type: 'boolean' } })).toEqual({});
    expect(read({ quality: { enum: ['720p', '1080p'] } }).quality).toBeUndefined();
    expect(read({ mode: { enum: ['std', 'pro'] } }).quality).toEqual(['mode']);
    expect(read({ mode: { enum: ['text', 'image'] } }).quality).toBeUndefined();
    expect(read({ image_size: { enum: ['1K', '2K'] } })).toEqual({ resolution: ['image_size'] });
    expect(read({ n: { enum: ['many', 'few'] } }).count).toBeUndefined();
    expect(read({ n: { enum: ['1', '2'] } }).count).toEqual(['n']);
  });

  it.each([
    ['output_quality', {}],
    ['system_prompt', { type: 'string' }],
    ['prompt_optimizer', { type: 'boolean' }],
    ['num_inference_steps', { type: 'integer' }],
    ['timeout_seconds', { type: 'number' }],
    ['image_path', { type: 'string', description: 'path to save the image to' }],
    ['output_image', { type: 'string' }],
  ])('takes %s for no part of a request', (name, property) => {
    expect(read({ [name]: property })).toEqual({});
  });

  it('asks the description, then the kind, what a file holds', () => {
    expect(read({ file: { type: 'string' } }, 'transcription')).toEqual({ sound: ['file'] });
    expect(read({ file_url: { type: 'string', description: 'address of the clip' } }, 'transcription')).toEqual({
      video: ['file_url'],
    });
  });

  it('reads of hired machines nothing, and of any model its input', () => {
    expect(read(named('image', 'size', 'count'), 'infra')).toEqual({});
    const schema = { model: { type: 'string' }, input: { type: 'object' }, text: { type: 'string' } };
    expect(read(schema, 'generic-invoke')).toEqual({ open: ['input'], model: ['model'] });
  });

  it('says which argument said what', () => {
    expect(readArguments(fieldsOf({ properties: named('prompt') })).why).toEqual([
      { about: 'prompt', from: 'arguments', says: 'prompt', words: 'prompt' },
    ]);
  });
});
