import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { findMedia } from '../../src/upstreams/find-media.js';

const head = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const pngOf = (body: Uint8Array): Buffer => Buffer.concat([head, Buffer.alloc(900, 7), body]);
const png = pngOf(Buffer.from('fox'));
const base64 = png.toString('base64');
const large = 10_000;

/** Ways of writing a picture into a text. */
const ways: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'a run of base64': (bytes) => bytes.toString('base64'),
  'base64 for addresses': (bytes) => bytes.toString('base64url'),
  'hexadecimal digits': (bytes) => bytes.toString('hex'),
  'a data address': (bytes) => `data:image/png;base64,${bytes.toString('base64')}`,
  'lines of 76': (bytes) => bytes.toString('base64').replaceAll(/.{76}/g, '$&\r\n'),
  'lines inside JSON': (bytes) => JSON.stringify(bytes.toString('base64').replaceAll(/.{64}/g, '$&\n')).slice(1, -1),
  'slashes escaped': (bytes) => bytes.toString('base64').replaceAll('/', '\\/'),
  'plus and equals escaped': (bytes) => bytes.toString('base64').replaceAll('+', '\\u002B').replaceAll('=', '\\u003D'),
  'percent signs': (bytes) => encodeURIComponent(bytes.toString('base64')),
};

describe('media in a text', () => {
  it.each(Object.entries(ways))('is found as %s, whole, with the words around it left over', (_, write) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (body) => {
        const bytes = pngOf(body);
        const text = `Here: "${write(bytes)}" (enjoy)`;
        const [media, ...others] = findMedia(text, large);
        expect(others).toEqual([]);
        expect(media?.bytes.equals(bytes)).toBe(true);
        expect(media?.mimeType).toBe('image/png');
        const left = text.slice(0, media?.start) + text.slice(media?.end);
        // The end of the last line may stay.
        expect(left.replaceAll(/\\n|[\r\n]/g, '')).toBe('Here: "" (enjoy)');
      }),
      { numRuns: 60 },
    );
  });

  it('is found each time that it is there', () => {
    expect(findMedia(JSON.stringify([{ a: base64 }, { b: base64 }]), large)).toHaveLength(2);
  });

  it('is what a data address says, where the content does not tell', () => {
    const [media] = findMedia(`data:model/odd;base64,${Buffer.alloc(400, 1).toString('base64')}`, large);
    expect(media?.mimeType).toBe('model/odd');
  });

  it('is any run of digits that is as long as a large file', () => {
    const digits = Buffer.alloc(30_000, 9).toString('base64');
    expect(findMedia(digits, large)).toMatchObject([{ mimeType: 'application/octet-stream', start: 0 }]);
    expect(findMedia(digits, 100_000)).toEqual([]);
  });

  it.each([
    ['prose', 'A red fox leaps over the frozen brook, and the camera follows it slowly. '.repeat(100)],
    ['a list of words', 'fox\nsnow\nbrook\n'.repeat(500)],
    ['ids', `${'ab12'.repeat(16)} `.repeat(200)],
    ['a token', `eyJ${'a'.repeat(600)}.${'b'.repeat(600)}`],
    ['a small icon', 'data:image/png;base64,iVBORw0KGgo='],
    ['a path', `/srv/${'deep/'.repeat(300)}fox.png`],
  ])('is not %s', (_, text) => {
    expect(findMedia(text, large)).toEqual([]);
  });

  it('is found in many megabytes in no time', () => {
    const text = JSON.stringify({ image: Buffer.concat([head, Buffer.alloc(30_000_000, 3)]).toString('base64') });
    expect(findMedia(text, large)).toHaveLength(1);
  });
});
