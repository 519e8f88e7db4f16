import { expect, it } from 'vitest';
import { standInTool } from '../../src/gate/input-stand-ins.js';
import { assetLink } from '../../src/model/asset-name.js';
import { editTool } from '../fixtures/edit-tools.js';

const link = assetLink('ab12'.repeat(16));

it('an asset that a call names looks to the schema like what the tool would get; everything else stays', () => {
  const tool = editTool('edit', { arguments: { inputs: ['image', 'more.image_urls', 'image_base64'] } });
  const args = { prompt: link, image: link, more: { image_urls: [link, 'https://a.b/c.png'] }, image_base64: link };
  const seen: unknown[] = [];
  standInTool({ ...tool, validate: (given) => void seen.push(given) }).validate?.(args);
  expect(seen).toEqual([
    {
      prompt: link,
      image: '/output.png',
      more: { image_urls: ['https://example.com/output.png', 'https://a.b/c.png'] },
      image_base64: 'AAAA',
    },
  ]);
});
