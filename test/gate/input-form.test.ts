import { describe, expect, it } from 'vitest';
import { inputFormOf } from '../../src/gate/input-form.js';
import { profileSchema } from '../../src/model/profile.js';

type Tool = Parameters<typeof inputFormOf>[0];

const tool = (name: string, property: object, changes: Partial<Tool> = {}): Tool => ({
  profile: profileSchema.parse({ paid: true }),
  schema: { properties: { [name]: property } },
  ...changes,
});

describe('the form in which a tool takes an input', () => {
  it.each<[string, object, string, string]>([
    ['image', { contentEncoding: 'base64' }, 'base64', 'encoding'],
    ['image', { format: 'uri' }, 'url', 'format'],
    ['image', { type: 'array', items: { format: 'uri' } }, 'url', 'format'],
    ['image_url', {}, 'url', 'name'],
    ['imageUrls', {}, 'url', 'name'],
    ['image_data_url', {}, 'data-url', 'name'],
    ['image_base64', {}, 'base64', 'name'],
    ['imageData', {}, 'base64', 'name'],
    ['input_file_path', {}, 'path', 'name'],
    ['video_file', {}, 'path', 'name'],
    ['image', { description: 'Path to the picture.' }, 'path', 'description'],
    ['image', { description: 'Path of the picture.' }, 'path', 'description'],
    ['image', { description: 'Public URL, not a local path.' }, 'url', 'description'],
    ['image', { description: 'URL or local path of the picture' }, 'path', 'description'],
    ['image', { description: 'The picture as a data URI (base64).' }, 'data-url', 'description'],
    ['image', { description: 'URL of the picture' }, 'url', 'description'],
    ['image', { description: 'Base64-encoded picture' }, 'base64', 'description'],
    ['image', { description: 'What to start from' }, 'path', 'nothing'],
  ])('is read from %s %j: %s, by its %s', (name, property, form, because) => {
    expect(inputFormOf(tool(name, property), name)).toEqual({ form, because });
  });

  it('is what the profile says, for the tool, for the argument or for the object that it is in', () => {
    const said = (inputForm: unknown): Tool =>
      tool('image_url', {}, { profile: profileSchema.parse({ paid: true, inputForm }) });
    expect(inputFormOf(said('base64'), 'image_url')).toEqual({ form: 'base64', because: 'profile' });
    expect(inputFormOf(said({ image_url: 'path' }), 'image_url').form).toBe('path');
    expect(inputFormOf(said({ input: 'data-url' }), 'input.image').form).toBe('data-url');
    expect(inputFormOf(said({ mask: 'path' }), 'image_url')).toEqual({ form: 'url', because: 'name' });
  });

  it('is an address for a server elsewhere, which cannot read a path', () => {
    expect(inputFormOf(tool('image_path', {}, { isRemote: true }), 'image_path').form).toBe('url');
    expect(inputFormOf(tool('image', {}, { isRemote: true }), 'image').form).toBe('url');
    expect(inputFormOf(tool('image_base64', {}, { isRemote: true }), 'image_base64').form).toBe('base64');
  });
});
