import { CfWorkerJsonSchemaValidator } from '@modelcontextprotocol/client/validators/cf-worker';
import { LRUCache } from 'lru-cache';
import type { JsonObject } from '../model/json.js';

/** What a schema refuses: where (dotted path, empty for the whole) and what was expected. */
export interface SchemaFault {
  readonly path: string;
  readonly expected: string;
}

/**
 * Says what is wrong with a call's arguments; undefined when nothing is, or when the schema cannot tell.
 * @param open names of arguments that need not be there yet
 */
export type SchemaCheck = (args: JsonObject, open?: readonly string[]) => SchemaFault | undefined;

type Validate = (args: JsonObject) => SchemaFault | undefined;

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
  const whole = makeCheck(schema);
  // A tool has one set of arguments that may be open: those that name existing assets.
  let partial: { readonly open: string; readonly validate: Validate } | undefined;
  const made: SchemaCheck = (args, open = []) => {
    const required = requiredBy(schema);
    if (!open.some((name) => required.includes(name))) return whole(args);
    const key = JSON.stringify(open);
    if (partial?.open !== key) {
      const left = required.filter((name) => !open.includes(name));
      partial = { open: key, validate: makeCheck({ ...schema, required: left }) };
    }
    return partial.validate(args);
  };
  checks.set(schema, made);
  return made;
}

function requiredBy({ required }: JsonObject): readonly string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [];
}

function makeCheck(schema: JsonObject): Validate {
  try {
    const validate = validator.getValidator(schema);
    return (args) => {
      try {
        const checked = validate(args);
        return checked.valid ? undefined : lastFault(checked.errorMessage);
      } catch {
        // A schema that this validator cannot follow (unknown keywords, remote references) decides nothing.
        return undefined;
      }
    };
  } catch {
    return () => undefined;
  }
}

/** The validator lists faults from the outside in, as `#/path: words`; the last one is the most exact. */
function lastFault(message: string): SchemaFault {
  const last = message.split('; #').at(-1) ?? message;
  const match = /^#?([^:]*): ([\s\S]*)$/.exec(last);
  const path = (match?.[1] ?? '').split('/').filter((part) => part !== '');
  return { path: path.join('.'), expected: match?.[2] ?? message };
}
