import { isJsonObject, type JsonObject } from '../model/json.js';

/** Key under which a result that is no plain object is stored. */
const wrapped = 'greenlight:value';
const bytesKey = 'greenlight:bytes';
const dateKey = 'greenlight:date';

/**
 * A function's result in a form that can be stored and answered again: a plain object stays one, with its own keys, so
 * that a profile's paths lead into it. Bytes and dates survive; functions, symbols and circles do not. Never throws.
 */
export function toStored(value: unknown): JsonObject {
  const stored = storable(value);
  const plain = isJsonObject(stored) && !(value instanceof Uint8Array) && !(value instanceof Date);
  return plain ? stored : { [wrapped]: stored ?? null };
}

/** The result as it was before {@link toStored}; instances of classes come back as plain objects. */
export function fromStored(stored: JsonObject): unknown {
  return restore(Object.hasOwn(stored, wrapped) ? stored[wrapped] : stored);
}

/** A result that cannot be written down must not turn a made call into a failed one. */
function storable(value: unknown): unknown {
  try {
    return store(value, new Set());
  } catch {
    return undefined;
  }
}

function store(value: unknown, above: ReadonlySet<object>): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return { [bytesKey]: Buffer.from(value).toString('base64') };
  if (value instanceof Date) return { [dateKey]: value.getTime() };
  if (above.has(value)) return undefined;
  const inside = new Set(above).add(value);
  if (Array.isArray(value)) return value.map((item) => store(item, inside) ?? null);
  if (speaksJson(value)) return store(value.toJSON(), inside);
  const entries = Object.entries(value).map(([key, item]) => [key, store(item, inside)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

function speaksJson(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

function restore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restore);
  if (!isJsonObject(value)) return value;
  const bytes = value[bytesKey];
  if (typeof bytes === 'string') return new Uint8Array(Buffer.from(bytes, 'base64'));
  const date = value[dateKey];
  if (typeof date === 'number') return new Date(date);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item)]));
}
