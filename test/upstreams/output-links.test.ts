import { describe, expect, it } from 'vitest';
import { outputLinks } from '../../src/upstreams/output-links.js';

const text = (said: unknown): object => ({
  type: 'text',
  text: typeof said === 'string' ? said : JSON.stringify(said),
});
const urls = (...content: object[]): readonly string[] => outputLinks({ content }).map(({ url }) => url);
const cdn = 'https://cdn.example.com';

describe('the outputs that an answer names by address', () => {
  it.each<[string, object, readonly string[]]>([
    ['a linked resource', { type: 'resource_link', uri: `${cdn}/a`, mimeType: 'image/png' }, [`${cdn}/a`]],
    ['a sentence', text(`Made it: ${cdn}/a.png. Enjoy!`), [`${cdn}/a.png`]],
    ['a Markdown picture', text(`![fox](${cdn}/a.webp?sig=x%2F1)`), [`${cdn}/a.webp?sig=x%2F1`]],
    ['two lines', text(`1. ${cdn}/a.mp4\n2. ${cdn}/b.mp4`), [`${cdn}/a.mp4`, `${cdn}/b.mp4`]],
    ['a list under output', text({ output: [`${cdn}/x/1`, `${cdn}/x/2`] }), [`${cdn}/x/1`, `${cdn}/x/2`]],
    ['a video and its address', text({ video: { url: `${cdn}/signed?x=1` } }), [`${cdn}/signed?x=1`]],
    ['names in camel case', text({ audioUrl: `${cdn}/say` }), [`${cdn}/say`]],
    ['data inside data', text({ data: { task: { images: [{ url: `${cdn}/1` }] } } }), [`${cdn}/1`]],
  ])('are found in %s', (_, block, expected) => {
    expect(urls(block)).toEqual(expected);
  });

  it('are found in structured content, each once', () => {
    const structuredContent = { images: [{ url: `${cdn}/1.png` }], cover: `${cdn}/1.png` };
    expect(outputLinks({ content: [text(`see ${cdn}/1.png`)], structuredContent })).toEqual([{ url: `${cdn}/1.png` }]);
  });

  it.each<[string, object]>([
    ['addresses of the job', text({ id: 'p', urls: { get: `${cdn}/p`, cancel: `${cdn}/p/cancel`, web: `${cdn}/w` } })],
    ['what the call started from', text({ input: { image: `${cdn}/in.png` }, source_image: `${cdn}/in.png` })],
    ['pages', text(`Read more at ${cdn}/docs/images and https://example.com.`)],
    ['small pictures of larger ones', text({ thumbnail_url: `${cdn}/t.jpg` })],
    ['files here', { type: 'resource_link', uri: 'file:///tmp/a.png' }],
    ['data in the address', text({ image: 'data:image/png;base64,AAAA' })],
    ['nothing', text('done')],
  ])('are not %s', (_, block) => {
    expect(urls(block)).toEqual([]);
  });

  it('are at most a few dozen, and odd answers do no harm', () => {
    const many = Array.from({ length: 100 }, (_, index) => `${cdn}/${String(index)}.png`);
    expect(urls(text({ output: many }))).toHaveLength(32);
    let deep: unknown = `${cdn}/a.png`;
    for (let level = 0; level < 5000; level += 1) deep = { output: deep };
    expect(outputLinks({ structuredContent: deep })).toEqual([]);
    expect(outputLinks({ content: 'text' })).toEqual([]);
    expect(urls(text('https://[bad'), text('{"output": "https://"}'))).toEqual([]);
  });
});
