import { z } from 'zod';
import { isJsonObject, type JsonObject } from '../model/json.js';

/** What a schema says of a value. */
export type Validated =
  { readonly success: true; readonly value: unknown } | { readonly success: false; readonly error: Error };

/** A schema in the form that the AI SDK takes as its own. */
export interface SdkSchema {
  readonly jsonSchema: JsonObject | PromiseLike<JsonObject>;
  readonly validate?: ((value: unknown) => Validated | PromiseLike<Validated>) | undefined;
}

/** The mark by which the AI SDK knows its own schemas; a registered symbol, so that nothing needs to be imported. */
const mark = Symbol.for('vercel.ai.schema');

const argument = 'greenlight';

/** Makes a schema of the AI SDK's own kind, without loading the SDK. */
export function sdkSchema(schema: SdkSchema): SdkSchema {
  return { [mark]: true, _type: undefined, validate: undefined, ...schema } as SdkSchema;
}

/**
 * A tool's input schema with the optional `greenlight` argument added, so that the model can say where a call belongs.
 * The tool's own validation sees its own arguments only. A schema that cannot be read as JSON schema is left as it is.
 */
export function withHints(inputSchema: unknown, publish: (schema: JsonObject) => JsonObject): unknown {
  // A schema that is made when it is first needed stays one.
  if (typeof inputSchema === 'function' && !('~standard' in inputSchema)) {
    const make = inputSchema as () => unknown;
    return () => withHints(make(), publish);
  }
  const read = readSchema(inputSchema);
  if (read === undefined) return inputSchema;
  const { jsonSchema, validate } = read;
  return sdkSchema({
    jsonSchema:
      isJsonObject(jsonSchema) && !('then' in jsonSchema)
        ? publish(jsonSchema)
        : Promise.resolve(jsonSchema).then(publish),
    async validate(value) {
      if (!isJsonObject(value) || !Object.hasOwn(value, argument)) return validate?.(value) ?? { success: true, value };
      const { [argument]: hints, ...own } = value;
      const checked = (await validate?.(own)) ?? { success: true, value: own };
      if (!checked.success || !isJsonObject(checked.value)) return checked;
      return { success: true, value: { ...checked.value, [argument]: hints } };
    },
  });
}

function readSchema(schema: unknown): SdkSchema | undefined {
  if ((typeof schema !== 'object' && typeof schema !== 'function') || schema === null) return undefined;
  if (mark in schema && 'jsonSchema' in schema) return schema as unknown as SdkSchema;
  if (schema instanceof z.ZodType) return readZod(schema);
  if ('~standard' in schema) return readStandard(schema['~standard']);
  return undefined;
}

function readZod(schema: z.ZodType): SdkSchema {
  return {
    jsonSchema: z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }),
    async validate(value) {
      const checked = await schema.safeParseAsync(value);
      return checked.success ? { success: true, value: checked.data } : { success: false, error: checked.error };
    },
  };
}

interface StandardProps {
  readonly validate: (value: unknown) => unknown;
  readonly jsonSchema?: { readonly input: (options: { readonly target: string }) => JsonObject } | undefined;
}

function readStandard(props: unknown): SdkSchema | undefined {
  if (!isJsonObject(props) || !isJsonObject(props['jsonSchema'])) return undefined;
  const { validate, jsonSchema } = props as unknown as StandardProps;
  if (jsonSchema === undefined) return undefined;
  return {
    jsonSchema: jsonSchema.input({ target: 'draft-07' }),
    async validate(value) {
      const result = await validate(value);
      if (isJsonObject(result) && 'value' in result) return { success: true, value: result['value'] };
      const issues = isJsonObject(result) ? result['issues'] : undefined;
      return { success: false, error: new TypeError(`the arguments do not fit: ${JSON.stringify(issues)}`) };
    },
  };
}
