import type { CallAnswer } from '../gate/answer.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import { outputLinks } from './output-links.js';
import { isSigned, unsigned, withoutAddress } from '../model/signed-address.js';
import { beginningOf } from '../model/shortened.js';

/** How an answer is made fit for a conversation. */
export interface LeanOptions {
  /** Says that so many characters were left out. */
  readonly cut: (characters: number) => string;
  /** Whether outputs are fetched: then `take` gets them, and nobody needs their signed addresses. */
  readonly isFetched: boolean;
}

/** Characters of text in one answer, about 25,000 tokens: what clients cut themselves, without saying where. */
export const longestAnswer = 100_000;
/** An error says what is wrong at its beginning. */
const longestError = 4000;
/** Longest reason of a failure; some servers put whole pages into their errors. */
const longestReason = 2000;
/** Characters of `_meta` that are passed on. */
const longestMeta = 20_000;

/**
 * What an agent is given of a server's answer: signed addresses of outputs without their signatures, errors and long texts
 * cut with a note. What is stored stays whole, so that outputs can still be fetched.
 */
export function leanAnswer(answer: CallAnswer, options: LeanOptions): CallAnswer {
  if (!('result' in answer) || answer.result === undefined) return answer;
  const isError = answer.kind === 'failed' && answer.why !== 'unpriced';
  return { ...answer, result: leanResult(answer.result, options, isError) };
}

/** A server's words for a failure as they are kept and told: without content that it threw back, and not too long. */
export function shortReason(text: string): string {
  return beginningOf(text.slice(0, 10 * longestReason).replaceAll(/[A-Za-z0-9+/_=-]{200,}/g, '…'), longestReason);
}

function leanResult(given: JsonObject, options: LeanOptions, isError: boolean): JsonObject {
  const result = options.isFetched ? withoutSignatures(given) : given;
  const { content, structuredContent, _meta: meta, ...rest } = result;
  let left = isError ? longestError : longestAnswer;
  const short = (text: string): string => {
    const kept = beginningOf(text, Math.max(0, left));
    left -= kept.length;
    return kept.length === text.length ? text : kept + options.cut(text.length - kept.length);
  };
  const blocks = Array.isArray(content) ? content.flatMap((block) => leanBlock(block, short)) : [];
  // Structured content is shown as text where there is no other, and cut like one.
  const facts = structuredContent === undefined ? undefined : JSON.stringify(structuredContent);
  const isLong = facts !== undefined && facts.length > left;
  if (isLong && !hasText(blocks)) blocks.push({ type: 'text', text: short(facts) });
  return {
    ...rest,
    ...(Array.isArray(content) || blocks.length > 0 ? { content: blocks } : {}),
    ...(structuredContent === undefined || isLong ? {} : { structuredContent }),
    ...(meta === undefined ? {} : { _meta: leanMeta(meta) }),
  };
}

function leanBlock(block: unknown, short: (text: string) => string): unknown[] {
  if (!isJsonObject(block)) return [block];
  const { type, text, resource } = block;
  if (type === 'text' && typeof text === 'string') return [{ ...block, text: short(text) }];
  if (type === 'resource' && isJsonObject(resource) && typeof resource['text'] === 'string') {
    return [{ ...block, resource: { ...resource, text: short(resource['text']) } }];
  }
  return [block];
}

function hasText(blocks: readonly unknown[]): boolean {
  return blocks.some((block) => isJsonObject(block) && block['type'] === 'text');
}

/** The entries of `_meta` that fit, each whole. */
function leanMeta(meta: unknown): unknown {
  if (!isJsonObject(meta)) return meta;
  let left = longestMeta;
  return Object.fromEntries(
    Object.entries(meta).filter(([key, value]) => {
      const length = key.length + JSON.stringify(value).length;
      if (length > left) return false;
      left -= length;
      return true;
    }),
  );
}

/** An answer in which the signed addresses of outputs that could not be fetched yet lead to nobody. */
function withoutSignatures(result: JsonObject): JsonObject {
  const signed = outputLinks(result)
    .map(({ url }) => url)
    .filter(isSigned);
  if (signed.length === 0) return result;
  const over = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return signed.reduce((text, url) => withoutAddress(text, url, `${unsigned(url)}?…`), value);
    }
    if (Array.isArray(value)) return value.map(over);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, over(inner)]));
  };
  return over(result) as JsonObject;
}
