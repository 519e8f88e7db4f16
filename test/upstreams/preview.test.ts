import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { makePreview } from '../../src/upstreams/preview.js';

/** A striped picture that does not compress to nothing. */
function picture(width: number, height: number): Buffer {
  const stripes = Array.from({ length: 40 }, (_, index) => {
    const colour = `rgb(${String((index * 97) % 256)},${String((index * 57) % 256)},${String((index * 31) % 256)})`;
    return `<rect x="${String((index * width) / 40)}" width="${String(width / 40)}" height="${String(height)}" fill="${colour}"/>`;
  });
  const size = `width="${String(width)}" height="${String(height)}"`;
  return new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${stripes.join('')}</svg>`).render().asPng();
}

const sizeOf = (png: Buffer | undefined): readonly [number, number] | undefined =>
  png === undefined ? undefined : [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('a preview', () => {
  it.each([
    [1024, 512, [384, 192]],
    [512, 1024, [192, 384]],
    [100, 50, [100, 50]],
  ])('of %i × %i pixels keeps its shape and gets no larger', async (width, height, expected) => {
    expect(sizeOf(await makePreview(picture(width, height), 'image/png', 1_000_000))).toEqual(expected);
  });

  it('gets smaller until it fits', async () => {
    const large = await makePreview(picture(1024, 1024), 'image/png', 1_000_000);
    const limit = (large?.length ?? 0) - 1;
    const smaller = await makePreview(picture(1024, 1024), 'image/png', limit);
    expect(smaller?.length).toBeLessThanOrEqual(limit);
    expect(sizeOf(smaller)?.[0]).toBeLessThan(384);
  });

  it.each<[string, Buffer, string, number]>([
    ['nothing fits', picture(1024, 1024), 'image/png', 10],
    ['it is no picture', Buffer.from('RIFF'), 'audio/wav', 1000],
    ['it is a vector picture, which may hold anything', Buffer.from('<svg/>'), 'image/svg+xml', 1000],
    ['the bytes are not what they say', Buffer.from('not a picture at all'), 'image/png', 1000],
    ['the bytes break off', picture(64, 64).subarray(0, 20), 'image/png', 1000],
    ['there are no bytes', Buffer.alloc(0), 'image/png', 1000],
  ])('is left out where %s', async (_, bytes, type, limit) => {
    expect(await makePreview(bytes, type, limit)).toBeUndefined();
  });
});
