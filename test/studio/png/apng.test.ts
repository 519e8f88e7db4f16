import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeApng } from '../../../src/studio/png/apng.js';
import { readChunks } from '../../../src/studio/png/chunks.js';
import { renderSvg } from '../../../src/studio/png/render.js';

function frame(colour: string, size = 16): Promise<Uint8Array> {
  const square = `<rect width="${size}" height="${size}" fill="${colour}"/>`;
  return renderSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}">${square}</svg>`);
}

describe('encodeApng', () => {
  it('writes control chunks, frames and sequence numbers in the order of the format', async () => {
    const bytes = encodeApng([await frame('#f00'), await frame('#0f0'), await frame('#00f')], 120);
    const chunks = readChunks(bytes);
    const types = chunks.map((chunk) => chunk.type);
    expect(types.slice(0, 4)).toEqual(['IHDR', 'acTL', 'fcTL', 'IDAT']);
    expect(types.at(-1)).toBe('IEND');
    expect(types.filter((type) => type === 'fcTL')).toHaveLength(3);
    const control = Buffer.from(chunks[1]?.data ?? []);
    expect([control.readUInt32BE(0), control.readUInt32BE(4)]).toEqual([3, 0]);
    const sequence = chunks
      .filter((chunk) => chunk.type === 'fcTL' || chunk.type === 'fdAT')
      .map((chunk) => Buffer.from(chunk.data).readUInt32BE(0));
    expect(sequence).toEqual(sequence.map((_, index) => index));
  });

  it('carries the size and the delay of a frame', async () => {
    const [, , first] = readChunks(encodeApng([await frame('#f00'), await frame('#0f0')], 120));
    const control = Buffer.from(first?.data ?? []);
    expect([control.readUInt32BE(4), control.readUInt32BE(8)]).toEqual([16, 16]);
    expect([control.readUInt16BE(20), control.readUInt16BE(22)]).toEqual([120, 1000]);
  });

  it('gives every chunk a correct checksum', async () => {
    const bytes = Buffer.from(encodeApng([await frame('#f00'), await frame('#0f0')], 100));
    for (let at = 8; at < bytes.length;) {
      const length = bytes.readUInt32BE(at);
      expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(bytes.subarray(at + 4, at + 8 + length)));
      at += 12 + length;
    }
  });

  it('stays a picture that a renderer without animation can show', async () => {
    const bytes = encodeApng([await frame('#f00'), await frame('#0f0')], 100);
    const href = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
    const shown = await renderSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><image width="16" height="16" href="${href}"/></svg>`,
    );
    expect(shown).toEqual(await frame('#f00'));
  });

  it('refuses frames of different size and an empty list', async () => {
    const frames = [await frame('#f00'), await frame('#f00', 8)];
    expect(() => encodeApng(frames, 100)).toThrow('frames differ');
    expect(() => encodeApng([], 100)).toThrow('at least one frame');
  });
});
