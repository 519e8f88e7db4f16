import { crc32 } from 'node:zlib';

/** One part of a PNG file. */
export interface Chunk {
  /** Four letters. */
  type: string;
  data: Uint8Array;
}

const SIGNATURE = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]);
const FRAME_BYTES = 12;

/** True when bytes begin as a PNG file does. */
export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** Splits a PNG into its chunks; throws when the bytes are no PNG or end early. */
export function readChunks(png: Uint8Array): Chunk[] {
  if (!isPng(png)) throw new Error('not a PNG file');
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = at + FRAME_BYTES <= png.length ? view.getUint32(at) : Number.POSITIVE_INFINITY;
    if (at + FRAME_BYTES + length > png.length) throw new Error('PNG file ends early');
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += FRAME_BYTES + length;
  }
  return chunks;
}

function encodeChunk(chunk: Chunk): Buffer {
  const bytes = Buffer.alloc(FRAME_BYTES + chunk.data.length);
  bytes.writeUInt32BE(chunk.data.length, 0);
  bytes.write(chunk.type, 4, 'latin1');
  bytes.set(chunk.data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + chunk.data.length)), 8 + chunk.data.length);
  return bytes;
}

/** Joins chunks into a PNG file, with lengths and checksums. */
export function writeChunks(chunks: readonly Chunk[]): Uint8Array {
  return Buffer.concat([SIGNATURE, ...chunks.map(encodeChunk)]);
}

/** The same PNG with chunks put in after its header. */
export function insertChunks(png: Uint8Array, added: readonly Chunk[]): Uint8Array {
  const [header, ...rest] = readChunks(png);
  if (header === undefined) throw new Error('PNG file has no header');
  return writeChunks([header, ...added, ...rest]);
}

/** Width and height of a PNG in pixels. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  const header = readChunks(png)[0];
  if (header?.type !== 'IHDR') throw new Error('PNG file has no header');
  const view = new DataView(header.data.buffer, header.data.byteOffset, header.data.byteLength);
  return { width: view.getUint32(0), height: view.getUint32(4) };
}
