/** First bytes of media files: offset, text (latin1) that stands there, type. Source: the formats' own specifications. */
const signatures: readonly (readonly [number, string, string])[] = [
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, 'GIF8', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [8, 'WAVE', 'audio/wav'],
  [4, 'ftypavif', 'image/avif'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftypM4A', 'audio/mp4'],
  [4, 'ftypqt', 'video/quicktime'],
  [4, 'ftyp', 'video/mp4'],
  [0, '\x1a\x45\xdf\xa3', 'video/webm'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '\xff\xfb', 'audio/mpeg'],
  [0, '\xff\xf3', 'audio/mpeg'],
  [0, 'OggS', 'audio/ogg'],
  [0, 'fLaC', 'audio/flac'],
  [0, 'glTF', 'model/gltf-binary'],
];

/** Extensions of the files that outputs are kept in. */
const extensions: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/apng': 'apng.png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/svg+xml': 'svg',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/ogg': 'ogg',
  'audio/flac': 'flac',
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'video/quicktime': 'mov',
  'model/gltf-binary': 'glb',
  'text/plain': 'txt',
};

/** Bytes that are enough to tell a type by. */
export const enoughBytes = 64;

/**
 * What a downloaded file is: by its first bytes where they tell, else by what the server says.
 * @returns undefined when it is no media: a page, a message, data.
 */
export function mediaTypeOf(head: Buffer, said: string | undefined): string | undefined {
  const found = signatures.find(([at, text]) => head.toString('latin1', at, at + text.length) === text)?.[2];
  if (found !== undefined) return found;
  const start = head.toString('utf8').trimStart().toLowerCase();
  if (start.startsWith('<svg') || (start.startsWith('<?xml') && said === 'image/svg+xml')) return 'image/svg+xml';
  if (said === 'model/gltf+json') return said;
  // A message of the server under the type that was expected of the file.
  if (start === '' || start.startsWith('<') || start.startsWith('{')) return undefined;
  return said !== undefined && /^(image|video|audio|model)\//.test(said) ? said : undefined;
}

/** The extension that a file of a type gets. */
export function extensionOf(mimeType: string): string {
  return extensions[mimeType] ?? 'bin';
}
