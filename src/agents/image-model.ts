import { createHash } from 'node:crypto';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { PriceInput } from '../model/price.js';
import type { ProfileInput } from '../model/profile.js';
import { PaidCallError, RefusedError } from './errors.js';
import type { CallContext, Greenlight, Ran } from './greenlight.js';

/** What all image models of the AI SDK have in common, whatever version of its interface they are written for. */
export interface AnyImageModel {
  readonly specificationVersion: string;
  readonly provider: string;
  readonly modelId: string;
  readonly maxImagesPerCall: unknown;
  doGenerate(options: never): PromiseLike<unknown>;
}

/** How an image model is guarded. */
export interface ImageModelOptions extends Omit<CallContext, 'callId'> {
  /** Name under which the model has its profile. Default `generateImage`. */
  readonly tool?: string | undefined;
}

/** So many that the SDK asks for all images in one call, and Greenlight sees how many were really asked for. */
const imagesPerCall = 1000;

/**
 * Puts an image model under guard: each `generateImage` is judged, held, made at most once and settled. Its
 * `providerMetadata.greenlight.images` holds the receipt.
 * A refusal is thrown as RefusedError, a failure as PaidCallError; the SDK repeats neither.
 */
export function greenlightImageModel<Model extends AnyImageModel>(
  greenlight: Greenlight,
  model: Model,
  options: ImageModelOptions = {},
): Model {
  const { tool = 'generateImage', ...context } = options;
  const guarded: AnyImageModel = {
    specificationVersion: model.specificationVersion,
    provider: model.provider,
    modelId: model.modelId,
    maxImagesPerCall: imagesPerCall,
    async doGenerate(params: JsonObject) {
      const call = { ...context, tool, arguments: argumentsOf(model, params) };
      const ran = await greenlight.run(call, (args) => generate(model, params, countOf(args['n'])));
      return resultOf(ran);
    },
  };
  // The same interface as before: only how many images one call makes, and who says yes to it, have changed.
  return guarded as Model;
}

/** Settings for `generateImage` and its like: a paid call is never repeated by itself. */
export const paidDefaults = { maxRetries: 0 } as const;

/** Settings of a paid SDK call with its retries switched off. */
export function withoutRetries<Settings extends object>(settings: Settings): Settings & typeof paidDefaults {
  return { ...settings, ...paidDefaults };
}

/** The profile of a guarded image model with this price: which of the SDK's arguments carries what. */
export function imageModelProfile(price: PriceInput): ProfileInput {
  return {
    paid: true,
    kind: 'image',
    arguments: {
      prompt: 'prompt',
      count: 'n',
      model: 'model',
      size: 'size',
      aspect: 'aspectRatio',
      seed: 'seed',
      inputs: ['files'],
    },
    price: { unit: 'output', ...price },
  };
}

/** What decides over sameness and price; pictures that are worked on count by their content. */
function argumentsOf(model: AnyImageModel, params: JsonObject): JsonObject {
  const { prompt, n, size, aspectRatio, seed, files, mask, providerOptions } = params;
  const given = {
    model: model.modelId,
    provider: model.provider,
    ...{ prompt, n, size, aspectRatio, seed, providerOptions },
    files: Array.isArray(files) ? files.map(contentKey) : undefined,
    mask: mask === undefined ? undefined : contentKey(mask),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function contentKey(file: unknown): string {
  const data = isJsonObject(file) ? (file['data'] ?? file['url']) : file;
  const content = data instanceof Uint8Array ? data : JSON.stringify(data ?? null);
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

function countOf(value: unknown): number {
  return typeof value === 'number' ? value : 1;
}

/** Makes the images in as many calls as the model needs, one after the other: what is under way is never hurried. */
async function generate(model: AnyImageModel, params: JsonObject, count: number): Promise<JsonObject> {
  const limit = model.maxImagesPerCall;
  const asked: unknown = typeof limit === 'function' ? await limit.call(model, { modelId: model.modelId }) : limit;
  const most = typeof asked === 'number' && asked > 0 ? asked : 1;
  const call = model.doGenerate.bind(model) as (options: JsonObject) => PromiseLike<JsonObject>;
  // A cancel is not passed on: the images are paid for.
  const { abortSignal: _signal, ...rest } = params;
  let made = await call({ ...rest, n: Math.min(count, most) });
  for (let left = count - most; left > 0; left -= most) {
    const next = await call({ ...rest, n: Math.min(left, most) });
    made = { ...made, ...next, images: [...listOf(made['images']), ...listOf(next['images'])] };
  }
  return made;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function resultOf(ran: Ran<JsonObject>): JsonObject {
  if (ran.kind === 'refused') throw new RefusedError(ran);
  if (ran.kind === 'failed') throw new PaidCallError(ran, ran.error);
  const known = isJsonObject(ran.result['providerMetadata']) ? ran.result['providerMetadata'] : {};
  // The SDK passes on what is said of each image, and nothing else.
  const receipt = { text: ran.text, ...ran.data };
  const images = listOf(ran.result['images']).map(() => receipt);
  return { ...ran.result, isRetryable: false, providerMetadata: { ...known, greenlight: { images } } };
}
