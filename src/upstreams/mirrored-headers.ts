import { isJsonObject } from '../model/json.js';
import type { JsonObject } from '../model/json.js';

const MARK = 'x-mcp-header';
const PREFIX = 'Mcp-Param-';
/** What may be the name of a header (RFC 9110 token). */
const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
/** What a header can carry as it is: visible characters, with blanks only in between. */
const PLAIN = /^[\x21-\x7e](?:[\t\x20-\x7e]*[\x21-\x7e])?$/;
const ENCODED = /^=\?base64\?.*\?=$/s;

function headerValue(value: unknown): string | undefined {
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isSafeInteger(value))) return String(value);
  if (typeof value !== 'string') return undefined;
  if (PLAIN.test(value) && !ENCODED.test(value)) return value;
  return `=?base64?${Buffer.from(value).toString('base64')}?=`;
}

/**
 * The headers in which a server over HTTP of the era of 2026 wants some arguments a second time, so that what stands before
 * it can route by them: those whose schema names a header (`x-mcp-header`), at any depth of objects.
 */
export function mirroredHeaders(schema: unknown, args: unknown): Readonly<Record<string, string>> {
  const properties = isJsonObject(schema) ? schema['properties'] : undefined;
  if (!isJsonObject(properties) || !isJsonObject(args)) return {};
  const headers: Record<string, string> = {};
  for (const [name, property] of Object.entries(properties)) {
    if (!isJsonObject(property) || !Object.hasOwn(args, name)) continue;
    const value = headerValue(args[name]);
    const header = property[MARK];
    if (typeof header === 'string' && TOKEN.test(header) && value !== undefined) headers[`${PREFIX}${header}`] = value;
    Object.assign(headers, mirroredHeaders(property, args[name]));
  }
  return headers;
}

/** The same for one `tools/call`, from the definitions that the server gave. */
export function headersOfCall(
  tools: readonly JsonObject[] | undefined,
  params: JsonObject | undefined,
): Readonly<Record<string, string>> {
  const tool = tools?.find(({ name }) => name === params?.['name']);
  return mirroredHeaders(tool?.['inputSchema'], params?.['arguments']);
}
