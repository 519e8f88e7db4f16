import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Something made, before it is put on file. */
export interface Product {
  bytes: Uint8Array;
  mimeType: 'image/png' | 'image/apng' | 'audio/wav';
  /** What it is, in a few words: "1024 × 1024, seed 7". */
  summary: string;
}

/** Something made and kept, which later calls may refer to by id. */
export interface Asset {
  id: string;
  file: string;
  mimeType: Product['mimeType'];
  sizeBytes: number;
  summary: string;
}

const EXTENSIONS: Record<Product['mimeType'], string> = {
  'image/png': 'png',
  'image/apng': 'apng',
  'audio/wav': 'wav',
};

/** The folder of everything made. Ids are digests of the content, so they outlive the process. */
export class MediaShelf {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  /** Puts a product on file. */
  keep(product: Product): Asset {
    const id = `asset-${createHash('sha256').update(product.bytes).digest('hex').slice(0, 12)}`;
    const file = join(this.folder, `${id}.${EXTENSIONS[product.mimeType]}`);
    mkdirSync(this.folder, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, product.bytes);
    return { id, file, mimeType: product.mimeType, sizeBytes: product.bytes.length, summary: product.summary };
  }

  /** The file of an asset id, if it is one of ours and still there. */
  fileOf(id: string): string | undefined {
    if (!/^asset-[0-9a-f]{12}$/.test(id)) return undefined;
    return Object.values(EXTENSIONS)
      .map((extension) => join(this.folder, `${id}.${extension}`))
      .find((file) => existsSync(file));
  }
}
