/** Longest edges that are tried for a preview, in pixels, until it is small enough. */
const edges = [384, 256, 128];

const renderable = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp']);

/**
 * A small PNG of a picture, at most `maxBytes` large; undefined when it cannot be made here (unknown format, or the
 * renderer is not installed). Never throws: a missing preview must not cost an output.
 */
export async function makePreview(bytes: Buffer, mimeType: string, maxBytes: number): Promise<Buffer | undefined> {
  if (!renderable.has(mimeType) || bytes.length > 64 * 1024 * 1024) return undefined;
  const size = sizeOf(bytes);
  if (size === undefined) return undefined;
  try {
    const { Resvg } = await import('@resvg/resvg-js');
    const type = mimeType === 'image/apng' ? 'image/png' : mimeType;
    for (const edge of edges) {
      const scale = Math.min(1, edge / Math.max(size.width, size.height));
      const width = Math.max(1, Math.round(size.width * scale));
      const height = Math.max(1, Math.round(size.height * scale));
      const href = `data:${type};base64,${bytes.toString('base64')}`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><image href="${href}" width="${String(width)}" height="${String(height)}"/></svg>`;
      const made = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
      if (made.length <= maxBytes) return made;
    }
  } catch {
    // The renderer is optional and formats are many: no preview is a fine answer.
  }
  return undefined;
}

/** Width and height from a PNG, GIF or JPEG header. */
function sizeOf(bytes: Buffer): { width: number; height: number } | undefined {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return positive(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
  }
  if (bytes.length > 10 && bytes.toString('latin1', 0, 3) === 'GIF') {
    return positive(bytes.readUInt16LE(6), bytes.readUInt16LE(8));
  }
  if (bytes.length > 4 && bytes.readUInt16BE(0) === 0xffd8) return jpegSize(bytes);
  return bytes.toString('latin1', 8, 12) === 'WEBP' ? { width: 1024, height: 1024 } : undefined;
}

function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return positive(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5));
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function positive(width: number, height: number): { width: number; height: number } | undefined {
  return width > 0 && height > 0 && width <= 32_768 && height <= 32_768 ? { width, height } : undefined;
}
