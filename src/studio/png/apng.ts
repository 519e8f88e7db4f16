import { readChunks, writeChunks } from './chunks.js';
import type { Chunk } from './chunks.js';

function words(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32BE(value, index * 4));
  return bytes;
}

function frameControl(sequence: number, header: Uint8Array, delayMs: number): Chunk {
  const delay = Buffer.alloc(6);
  delay.writeUInt16BE(delayMs, 0);
  delay.writeUInt16BE(1000, 2);
  // Width and height stand at the beginning of the header; the offset is 0, 0; nothing is disposed of or blended.
  return { type: 'fcTL', data: Buffer.concat([words(sequence), header.subarray(0, 8), words(0, 0), delay]) };
}

/**
 * Joins PNG frames of one size and colour type into an endlessly looping APNG. The first frame stays a normal picture, so
 * viewers without animation show it. Throws when there is no frame or the headers differ.
 */
export function encodeApng(frames: readonly Uint8Array[], delayMs: number): Uint8Array {
  const [first, ...others] = frames.map(readChunks);
  const header = first?.find((chunk) => chunk.type === 'IHDR');
  if (first === undefined || header === undefined) throw new Error('an animation needs at least one frame');
  let sequence = 0;
  const chunks: Chunk[] = [header, { type: 'acTL', data: words(frames.length, 0) }];
  chunks.push(frameControl(sequence++, header.data, delayMs), ...first.filter((chunk) => chunk.type === 'IDAT'));
  for (const frame of others) {
    const own = frame.find((chunk) => chunk.type === 'IHDR');
    if (own === undefined || Buffer.compare(own.data, header.data) !== 0) {
      throw new Error('frames differ in size or colour');
    }
    chunks.push(frameControl(sequence++, header.data, delayMs));
    for (const part of frame.filter((chunk) => chunk.type === 'IDAT')) {
      chunks.push({ type: 'fdAT', data: Buffer.concat([words(sequence++), part.data]) });
    }
  }
  chunks.push({ type: 'IEND', data: new Uint8Array() });
  return writeChunks(chunks);
}
