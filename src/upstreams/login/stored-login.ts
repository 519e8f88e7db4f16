import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type {
  OAuthDiscoveryState,
  StoredOAuthClientInformation,
  StoredOAuthTokens,
} from '@modelcontextprotocol/client';
import { isJsonObject } from '../../model/json.js';

const FORMAT = 1;
const OWNER_ONLY = 0o600;

/** What is kept of a login at one server. Without tokens it says that the server wants one. */
export interface StoredLogin {
  /** The server's address: tokens never go to another one. */
  readonly url: string;
  readonly client?: StoredOAuthClientInformation | undefined;
  readonly tokens?: StoredOAuthTokens | undefined;
  /** When the tokens end, epoch milliseconds; undefined when the server did not say. */
  readonly expiresAt?: number | undefined;
  readonly discovery?: OAuthDiscoveryState | undefined;
}

/** One server's login on disk, readable by its owner only; every process that uses it reads it anew. */
export class LoginFile {
  readonly path: string;

  /** @param folder made when missing */
  constructor(
    folder: string,
    server: string,
    private readonly url: string,
  ) {
    this.path = join(folder, `${encodeURIComponent(server)}.json`);
  }

  /** What is kept for this server at this address; undefined when there is nothing, or it cannot be read. */
  read(): StoredLogin | undefined {
    let file: unknown;
    try {
      file = JSON.parse(readFileSync(this.path, 'utf8'));
    } catch {
      return undefined;
    }
    if (!isJsonObject(file) || file['format'] !== FORMAT || file['url'] !== this.url) return undefined;
    const { format: _format, ...login } = file;
    return login as unknown as StoredLogin;
  }

  /** Puts a login in the place of what was kept, in one step. */
  write(login: Omit<StoredLogin, 'url'>): void {
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const draft = `${this.path}.${randomBytes(6).toString('hex')}`;
    try {
      const text = JSON.stringify({ format: FORMAT, url: this.url, ...login });
      writeFileSync(draft, text, { mode: OWNER_ONLY, flag: 'wx' });
      renameSync(draft, this.path);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
  }

  /** Forgets everything. */
  remove(): void {
    rmSync(this.path, { force: true });
  }

  /** Changes whenever what is kept does. */
  get mark(): string {
    try {
      const { mtimeMs, ino } = statSync(this.path);
      return `${mtimeMs} ${ino}`;
    } catch {
      return 'none';
    }
  }
}
