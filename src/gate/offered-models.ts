import { modelParts } from '../model/model-place.js';
import type { ToolView } from './lens.js';
import { accepts, propertyAt } from './schema-property.js';

/** Closeness from which on an entry of a price list names the tool, with or without its server. */
const namesTool = new Set([2, 3, 6, 7]);

/**
 * The models with which a tool can be called for a price that is known: those of its profile's price, else out of the price list those that
 * its schema names, and those that an entry for this very tool names. A list also has models that the tool has never heard of.
 */
export function offeredModels(tool: ToolView): readonly string[] {
  const { arguments: map, price, listed = [] } = tool.profile;
  if (map.model === undefined) return [];
  if (price !== undefined) return Object.keys(price.models);
  if (listed.length === 0) return [];
  const named = listed.flatMap(({ model, closeness }) => {
    return model === undefined || model.includes('*') || !namesTool.has(closeness) ? [] : [model];
  });
  const { enum: choices } = typeof map.model === 'string' ? propertyAt(tool.schema, map.model) : {};
  const known = (Array.isArray(choices) ? choices : []).filter((choice) => typeof choice === 'string');
  return [...new Set([...known, ...named])].filter((model) =>
    modelParts(map.model, model)?.every(([path, value]) => accepts(propertyAt(tool.schema, path), value)),
  );
}
