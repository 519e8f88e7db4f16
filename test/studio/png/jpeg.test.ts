import { describe, expect, it } from 'vitest';
import { isJpeg, jpegSize } from '../../../src/studio/png/jpeg.js';

describe('jpegSize', () => {
  it('reads the frame header after other segments', () => {
    const segment = [0xff, 0xe0, 0, 4, 1, 2];
    const frame = [0xff, 0xc0, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 1, 1, 0x11, 0];
    const bytes = Uint8Array.from([0xff, 0xd8, ...segment, ...frame, 0, 0]);
    expect(isJpeg(bytes)).toBe(true);
    expect(jpegSize(bytes)).toEqual({ width: 0x304, height: 0x102 });
  });

  it('says when there is no frame header', () => {
    expect(() => jpegSize(Uint8Array.from([0xff, 0xd8, 0xff]))).toThrow('no frame header');
  });
});
