import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/client/validators/cf-worker';
import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../model/json.js';

/** Says what is wrong with a call's arguments; undefined when nothing is, or when the schema cannot tell. */
export type SchemaCheck = (args: JsonObject) => string | undefined;

/** Checks by tool definition; a changed definition is another object and gets a check of its own. */
const checks = new LRUCache<JsonObject, SchemaCheck>({ max: 500 });
const validator = new CfWorkerJsonSchemaValidator();

/**
 * The check of a tool's input schema. Arguments that the server would refuse are refused before any money is held: a
 * server's own refusal looks like any other error, and leaves the question open whether it charged.
 */
export function schemaCheck(schema: JsonObject): SchemaCheck {
  const known = checks.get(schema);
  if (known !== undefined) return known;
  const made = makeCheck(schema);
  checks.set(schema, made);
  return made;
}

function makeCheck(schema: JsonObject): SchemaCheck {
  try {
    const validate = validator.getValidator(schema);
    return (args) => {
      try {
        const checked = validate(args);
        return checked.valid ? undefined : checked.errorMessage;
      } catch {
        // A schema that this validator cannot follow (unknown keywords, remote references) decides nothing.
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}
