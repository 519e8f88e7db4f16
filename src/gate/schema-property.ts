import { isJsonObject, type JsonObject } from '../model/json.js';

/** What a tool's schema says of one argument; `{}` when nothing. */
export function propertyAt(schema: JsonObject, path: string): JsonObject {
  let here: JsonObject = schema;
  for (const key of path.split('.')) {
    const properties = here['properties'];
    const next = isJsonObject(properties) && Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (!isJsonObject(next)) return {};
    here = next;
  }
  return here;
}

/** Whether a property's schema takes a value, as far as bounds and enumerations tell. */
export function accepts(property: JsonObject, value: unknown): boolean {
  const choices = property['enum'];
  if (Array.isArray(choices) && !choices.includes(value)) return false;
  if ('const' in property && property['const'] !== value) return false;
  if (typeof value !== 'number') return true;
  const minimum = property['minimum'];
  const step = property['multipleOf'];
  if (typeof minimum === 'number' && value < minimum) return false;
  return typeof step !== 'number' || value % step === 0;
}
