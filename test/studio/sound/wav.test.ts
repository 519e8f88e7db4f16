import { describe, expect, it } from 'vitest';
import { SAMPLE_RATE, encodeWav, normalise } from '../../../src/studio/sound/wav.js';

describe('encodeWav', () => {
  const bytes = Buffer.from(encodeWav(Float32Array.from([0, 1, -1, 2])));

  it('writes the header of 16 bit mono sound', () => {
    expect(bytes.toString('latin1', 0, 4)).toBe('RIFF');
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.toString('latin1', 8, 16)).toBe('WAVEfmt ');
    expect([bytes.readUInt16LE(20), bytes.readUInt16LE(22), bytes.readUInt16LE(34)]).toEqual([1, 1, 16]);
    expect([bytes.readUInt32LE(24), bytes.readUInt32LE(28)]).toEqual([SAMPLE_RATE, SAMPLE_RATE * 2]);
    expect(bytes.readUInt32LE(40)).toBe(8);
  });

  it('writes the samples and clips what is too loud', () => {
    expect([0, 2, 4, 6].map((at) => bytes.readInt16LE(44 + at))).toEqual([0, 32_767, -32_767, 32_767]);
  });
});

describe('normalise', () => {
  it('brings the loudest sample to the level and leaves silence alone', () => {
    expect([...normalise(Float32Array.from([0.25, -0.5]), 1)]).toEqual([0.5, -1]);
    expect([...normalise(new Float32Array(2), 1)]).toEqual([0, 0]);
  });
});
