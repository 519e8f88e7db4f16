import type { JsonObject } from '../../model/json.js';
import type { Profile } from '../../model/profile.js';
import { classifyTool } from './classify-tool.js';
import { classifiedProfile } from './classified-profile.js';
import { readArguments } from './read-arguments.js';
import { fieldsOf } from './schema-fields.js';

/** What a tool that a person calls paid is probably like, even where the definition alone would have made it free. */
export function proposedProfile(
  definition: JsonObject,
  server: string,
): Pick<Profile, 'kind' | 'arguments' | 'freeWhen'> {
  const { inputSchema } = definition;
  const classification = classifyTool(definition, { server });
  const parts = classification.paid ? classification.arguments : readArguments(fieldsOf(inputSchema)).parts;
  return classifiedProfile({ ...classification, paid: true, arguments: parts }, inputSchema);
}
