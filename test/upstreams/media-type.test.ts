import { describe, expect, it } from 'vitest';
import { extensionOf, mediaTypeOf } from '../../src/upstreams/media-type.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('the type of a file', () => {
  it.each<[string, string | undefined, string]>([
    ['\x89PNG\r\n\x1a\n....', undefined, 'image/png'],
    ['\x89PNG\r\n\x1a\n....', 'application/octet-stream', 'image/png'],
    ['RIFF....WEBPVP8', 'image/png', 'image/webp'],
    ['RIFF....WAVEfmt', undefined, 'audio/wav'],
    ['\0\0\0\x18ftypisom', 'binary/octet-stream', 'video/mp4'],
    ['\0\0\0\x18ftypavif', undefined, 'image/avif'],
    ['ID3\x04', undefined, 'audio/mpeg'],
    ['<svg xmlns="x">', 'text/plain', 'image/svg+xml'],
    ['v 0.1 0.2', 'model/obj', 'model/obj'],
    ['{"asset":{}}', 'model/gltf+json', 'model/gltf+json'],
  ])('is told by its first bytes, else by the server: %j as %s', (head, said, expected) => {
    expect(mediaTypeOf(bytes(head), said)).toBe(expected);
  });

  it.each<[string, string | undefined]>([
    ['<!doctype html><p>expired', 'text/html'],
    ['<Error><Code>AccessDenied', 'image/png'],
    ['{"error":"expired"}', 'video/mp4'],
    ['', 'image/png'],
    ['plain words', 'text/plain'],
    ['plain words', undefined],
  ])('is none for %j as %s', (head, said) => {
    expect(mediaTypeOf(bytes(head), said)).toBeUndefined();
  });

  it('names the extension of its file', () => {
    expect([extensionOf('image/jpeg'), extensionOf('video/quicktime'), extensionOf('x/y')]).toEqual([
      'jpg',
      'mov',
      'bin',
    ]);
  });
});
