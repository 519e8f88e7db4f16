import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { assetLink, recordedId } from '../model/asset-name.js';
import { toCredits } from '../model/credits.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Asset, Take } from '../model/take.js';
import { isSigned, unsigned } from '../model/signed-address.js';
import { shortened } from '../model/shortened.js';

/** Name of the format, with its version. */
const format = 'greenlight-output/1';

/** Names of arguments that hold what nobody else may see. */
const secret = /(?:^|_)(?:api_?)?(?:key|token|secret|password|passwd|authorization|credentials?|cookie|bearer)s?$/;
/** Longest text of an argument that is written down. */
const longestText = 4000;

/**
 * Writes beside each kept output of a take what it is, how it was made, what it cost and what the person said of it, for
 * whoever has only the folder. The ledger is the truth: a sidecar is written anew whenever the take moves on, and read by
 * nothing here.
 * @throws Error when a file cannot be written.
 */
export function writeSidecars(take: Take): void {
  for (const asset of take.assets) {
    // What a person has put away stays away.
    if (!existsSync(asset.path)) continue;
    const others = twinsOf(asset, take);
    writeWhole(sidecarPath(asset), {
      ...sidecarOf(take, asset),
      takes: [take.id, ...others.map(({ id }) => id)].sort(),
    });
    for (const { id, sidecar } of others) addTake(sidecar, id, take.id);
  }
}

/** Where the sidecar of an output is. */
export function sidecarPath({ path }: Pick<Asset, 'path'>): string {
  return `${path}.json`;
}

function sidecarOf(take: Take, asset: Asset): JsonObject {
  const { feedback, madeFrom = [], endedAt, model, seed } = take;
  const madeFromAssets = textsIn(take.arguments).flatMap((text) => recordedId(text) ?? []);
  return {
    format,
    asset: asset.id,
    link: assetLink(asset.id),
    file: basename(asset.path),
    mediaType: asset.mimeType,
    bytes: asset.bytes,
    take: take.id,
    ...{ project: take.project, shot: take.shot, phase: take.phase },
    ...{ server: take.server, tool: take.tool, kind: take.kind, model: model ?? null, tier: take.tier },
    ...{ prompt: take.prompt, negativePrompt: take.negativePrompt, seed: seed ?? null },
    arguments: shownArguments(take.arguments),
    madeFrom: { takes: madeFrom, assets: [...new Set(madeFromAssets)] },
    cost: {
      ...{ state: take.state, outcome: take.outcome, source: take.costSource ?? null },
      ...{ paidMicroCredits: take.paid, paidCredits: toCredits(take.paid) },
      ...{ heldMicroCredits: take.held, heldCredits: toCredits(take.held) },
    },
    feedback: feedback === undefined ? null : saidOf(feedback),
    createdAt: new Date(take.at).toISOString(),
    endedAt: endedAt === undefined ? null : new Date(endedAt).toISOString(),
    sourceHost: asset.source === undefined ? null : new URL(asset.source).host,
  };
}

function saidOf({ verdict, strength, keep, change, remove, note, at }: NonNullable<Take['feedback']>): JsonObject {
  return { verdict, by: strength, keep, change, remove, note, at: new Date(at).toISOString() };
}

/** Arguments of a call without secrets, signatures and long content; assets stand there by their ids already. */
export function shownArguments(args: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, clean(value, name)]));
}

function clean(value: unknown, name: string): unknown {
  const plain = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  if (secret.test(plain) && typeof value === 'string') return '[redacted]';
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => clean(item, name));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner, key)]));
}

function cleanText(text: string): string {
  if (/^data:[^,]{0,200},/i.test(text)) return `${text.slice(0, text.indexOf(','))},…`;
  if (/^https?:\/\//.test(text) && isSigned(text)) return `${unsigned(text)}?…`;
  return shortened(text, longestText);
}

function textsIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 20) return [];
  return Object.values(value).flatMap((inner) => textsIn(inner, depth + 1));
}

interface Twin {
  readonly id: string;
  readonly sidecar: string;
}

/** Outputs of other takes of the shot with the very same content; each has a file of its own. */
function twinsOf({ id, path }: Asset, take: Take): readonly Twin[] {
  const name = new RegExp(`-(t_[0-9a-z]+)-${id.slice(0, 12)}\\.[a-z0-9.]+\\.json$`);
  return readdirSync(dirname(path)).flatMap((file) => {
    const other = name.exec(file)?.[1];
    return other === undefined || other === take.id ? [] : [{ id: other, sidecar: join(dirname(path), file) }];
  });
}

function addTake(sidecar: string, own: string, take: string): void {
  const known = read(sidecar);
  const takes = Array.isArray(known?.['takes']) ? (known['takes'] as unknown[]) : [own];
  if (known === undefined || takes.includes(take)) return;
  writeWhole(sidecar, { ...known, takes: [...takes.map(String), take].sort() });
}

function read(file: string): JsonObject | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isJsonObject(found) ? found : undefined;
  } catch {
    // Somebody else's file under this name, or one that went meanwhile.
    return undefined;
  }
}

/** Writes beside the place and renames there: under its name a sidecar is always whole. */
function writeWhole(path: string, value: JsonObject): void {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
