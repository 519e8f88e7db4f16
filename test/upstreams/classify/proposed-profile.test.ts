import { expect, it } from 'vitest';
import { proposedProfile } from '../../../src/upstreams/classify/proposed-profile.js';

const inputSchema = { type: 'object', properties: { prompt: { type: 'string' }, n: { type: 'integer' } } };

it('proposes what the definition says', () => {
  expect(proposedProfile({ name: 'draw_picture', inputSchema }, 'shop')).toMatchObject({
    kind: 'image',
    arguments: { prompt: 'prompt', count: 'n' },
  });
});

it('reads the arguments of a tool that would be free, for a person who says that it is not', () => {
  const listing = {
    name: 'list_things',
    description: 'Lists things.',
    inputSchema: { type: 'object', properties: { model: { type: 'string' } } },
  };
  expect(proposedProfile(listing, 'shop')).toMatchObject({ kind: 'other', arguments: { model: 'model' } });
});

it('proposes nothing of what is not known', () => {
  expect(proposedProfile({}, 'shop')).toMatchObject({ kind: 'other', arguments: { inputs: [] } });
});
