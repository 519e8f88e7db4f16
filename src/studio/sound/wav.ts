/** Samples a second of everything the studio plays. */
export const SAMPLE_RATE = 22_050;

const HEADER_BYTES = 44;

/** Encodes samples (-1..1) as a 16 bit mono WAV file; louder samples are clipped. */
export function encodeWav(samples: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(SAMPLE_RATE, 24);
  bytes.writeUInt32LE(SAMPLE_RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), HEADER_BYTES + index * 2);
  });
  return bytes;
}

/** Scales samples in place so that the loudest one has the given level (0..1); silence stays silence. */
export function normalise(samples: Float32Array, level: number): Float32Array {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  if (peak === 0) return samples;
  for (let index = 0; index < samples.length; index += 1) samples[index] = ((samples[index] ?? 0) * level) / peak;
  return samples;
}
