import { readFileSync } from 'node:fs';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { z } from 'zod';
import { expandEnv } from './expand-env.js';
import { moneySchema, offersSchema } from './report-config.js';
import { toMicro } from './model/credits.js';
import { configPresets } from './config-presets.js';
import { readPriceFile } from './read-price-file.js';
import type { PriceEntry } from './model/price-file.js';
import { isJsonObject, type JsonObject } from './model/json.js';
import type { Levels, Policy } from './model/policy.js';
import { qualityOf, qualitySchema } from './model/quality.js';
import { usualReading } from './model/reading.js';
import { receiptForms } from './model/receipt-form.js';
import { shotName } from './model/plan.js';
import { profileSchema } from './model/profile.js';
import {
  budgetsSchema,
  creditsSchema as credits,
  isZone,
  moneyPolicyOf,
  moneyProblems,
  moneySettings,
  projectName as name,
} from './model/money-settings.js';
import { trustModes } from './model/tool-pin.js';
import { levels } from './model/verdict.js';

const toolSetting = z.union([z.literal('free'), profileSchema]).describe('"free", or what the tool is and costs');

const limitsSchema = z.strictObject({
  answerMegabytes: z.number().positive().max(1024).optional().describe('largest single message, default 128'),
  depth: z.number().int().min(10).max(1000).optional().describe('deepest nesting of an answer, default 200'),
  seconds: z.number().positive().max(86_400).optional().describe('longest wait for one answer, default 600'),
  concurrent: z.number().int().positive().max(1000).optional().describe('paid calls at once, default 16'),
});

const common = {
  prefix: z.string().max(40).optional().describe('put before tool names; default "<server>_", "" for none'),
  timeoutMs: z.number().int().positive().optional().describe('longest wait for one answer, milliseconds'),
  startTimeoutMs: z.number().int().positive().optional(),
  preset: z
    .string()
    .optional()
    .describe('name of a built-in set of profiles; left out: recognised by the command or address; "none" for none'),
  trust: z
    .enum(trustModes)
    .optional()
    .describe('which changes of a tool hold its paid calls back: any (default), only of its schemas, or none'),
  limits: limitsSchema.optional().describe('what is taken from this server at most'),
  relay: z
    .array(z.string().min(1).max(200))
    .max(100)
    .optional()
    .describe('methods outside the protocol that pass although this server has paid tools; "*": all'),
  tools: z.record(z.string(), toolSetting).default({}).describe("profiles by the upstream's own tool names"),
};

const commandServer = z.strictObject({
  type: z.literal('stdio').optional(),
  command: z.string().min(1).describe('program to start'),
  args: z.array(z.string()).default([]),
  env: z
    .record(z.string(), z.string())
    .default({})
    .describe('values may reference variables of the environment, with defaults: $' + '{NAME:-default}'),
  cwd: z.string().optional(),
  ...common,
});

const addressServer = z.strictObject({
  type: z.enum(['http', 'streamable-http', 'sse']).optional(),
  url: z.url(),
  headers: z.record(z.string(), z.string()).default({}),
  oauth: z
    .strictObject({
      clientId: z.string().min(1).optional().describe('a client that is registered already'),
      clientSecret: z.string().min(1).optional().describe('may reference a variable of the environment'),
      scope: z.string().min(1).optional(),
      port: z.number().int().min(1).max(65_535).optional().describe('of the address the browser comes back to'),
    })
    .optional()
    .describe('what `greenlight login` asks with, where the server does not say it itself'),
  ...common,
});

const ruleLevels = z.record(z.string(), z.enum(levels)).default({});
const presetName = z.enum(Object.keys(configPresets));

const phrases = z.array(z.string().trim().min(1).max(60)).max(500).default([]);

const reading = z.strictObject({
  weightStep: z
    .number()
    .min(0)
    .max(10)
    .default(usualReading.weightStep)
    .describe('a prompt weight that changes by less makes no other picture'),
  boosters: phrases.describe('words and phrases that only praise here, besides the usual ones ("masterpiece", "8k")'),
  notBoosters: phrases.describe('words and phrases that are content here, such as "beautiful"; they win over boosters'),
  modelMakesAnother: z
    .boolean()
    .default(usualReading.modelMakesAnother)
    .describe('the same prompt on another model is another request, no re-run'),
  seedMakesAnother: z
    .boolean()
    .default(usualReading.seedMakesAnother)
    .describe('the same prompt with another seed is another request, no re-run'),
});

/** The one config file, `greenlight.json`. Unknown keys are errors. Amounts are credits. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  project: name.default('default').describe('what the work is counted under'),
  preset: presetName.optional().describe('settings for a kind of user; what the file says itself goes before them'),
  servers: z.record(name, z.union([commandServer, addressServer])).default({}),
  mode: z.enum(['enforce', 'shadow', 'off']).default('enforce'),
  budgets: budgetsSchema.default([
    { scope: 'session', limit: 500, soft: 400, period: 'none', zone: 'UTC' },
    { scope: 'project', limit: 2000, period: 'day', zone: 'UTC' },
  ]),
  ...moneySettings,
  quickLane: z
    .strictObject({ perCall: credits.default(60), perDay: credits.default(200) })
    .default({ perCall: 60, perDay: 200 })
    .describe('what may be spent without a plan'),
  ask: z
    .strictObject({
      above: credits.default(200).describe('a single call above this asks'),
      every: credits.default(600).describe('spending since the last yes above this asks'),
      personAbove: credits
        .default(1000)
        .describe("above this only the person's own yes with their password counts, not a click in the client"),
      minutes: z.number().positive().max(10_080).default(15).describe('how long a request waits for an answer'),
      attended: z.boolean().default(true).describe('false: nobody is there, what would ask is refused'),
    })
    .prefault({}),
  plan: z.strictObject({ tolerance: z.number().min(0).max(1).default(0.1) }).default({ tolerance: 0.1 }),
  feedback: z
    .strictObject({
      relayedRounds: z
        .number()
        .int()
        .min(0)
        .default(3)
        .describe('rounds that feedback told by the agent opens on a shot'),
      confirm: z
        .boolean()
        .default(true)
        .describe(
          'an approval that the agent tells is confirmed in the client’s dialog where it opens a step above `ask.above`',
        ),
    })
    .prefault({}),
  quality: qualitySchema.prefault({}).describe('what is worth paying for, by phase and purpose'),
  reading: reading.prefault({}).describe('how prompts are read: what still counts as the same request'),
  rules: ruleLevels.describe('levels by "rule" or "rule/code"'),
  shots: z
    .record(shotName, z.strictObject({ rules: ruleLevels }))
    .default({})
    .describe('levels for single shots, over those of the project'),
  projects: z
    .record(name, z.strictObject({ rules: ruleLevels }))
    .default({})
    .describe('levels for single projects (`--project`), over those of the file'),
  money: moneySchema.optional().describe('what credits are worth, for reports'),
  plans: offersSchema.optional().describe('what your provider sells: `report` compares it with what was used'),
  zone: z.string().refine(isZone, 'an IANA time zone such as Europe/Paris').default('UTC'),
  data: z.string().optional().describe('data folder; default the user’s own'),
  store: z.enum(['sqlite', 'memory']).default('sqlite'),
  promptFile: z
    .string()
    .optional()
    .describe('your own prompts (.md or .jsonl), offered while a shot like theirs is planned'),
  sessionIdleMinutes: z.number().positive().default(480),
  outputs: z
    .strictObject({
      fetch: z.boolean().default(true).describe('download outputs that an answer only names by address'),
      maxMegabytes: z.number().positive().max(10_000).default(500).describe('largest file'),
      inputMegabytes: z
        .number()
        .positive()
        .max(100)
        .default(20)
        .describe('largest output that is sent inside a call, to tools that want its content'),
      seconds: z.number().positive().max(3600).default(600).describe('longest time for one file'),
      ofFreeTools: z
        .boolean()
        .default(false)
        .describe(
          'media above `inlineKilobytes` in answers of free tools goes to files too; else they pass byte for byte',
        ),
      allowHosts: z.array(z.string()).default([]).describe('hosts (or host:port) that may be private addresses'),
    })
    .prefault({})
    .describe('how outputs that an answer only names by address are fetched'),
  dashboard: z
    .strictObject({
      port: z.int().min(0).max(65_535).default(0).describe('of 127.0.0.1; 0 takes any that is free'),
      onDemand: z.boolean().default(false).describe('a gateway starts it when a request begins to wait for you'),
      readOnlyLink: z.boolean().default(false).describe('without the password everything may be looked at'),
    })
    .prefault({})
    .describe('the page for you in the browser'),
  inlineKilobytes: z.number().min(0).max(1024).default(100).describe('largest media left inside an answer, as base64'),
  receipts: z.enum(receiptForms).default('normal').describe('how much the answer of a paid call says'),
  log: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

/** The config as read, defaults filled in. */
export type Config = z.output<typeof configSchema> & {
  /** What the file of `prices.file` lists. */
  readonly priceEntries?: readonly PriceEntry[] | undefined;
};

/** The config as a person writes it. */
export type ConfigInput = z.input<typeof configSchema>;

/** One configured server. */
export type ServerConfig = Config['servers'][string];

/** A config that cannot be used: every problem with its path and what was expected. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(
    readonly file: string,
    readonly problems: readonly string[],
  ) {
    super(`${file}: ${String(problems.length)} problem(s)\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads `greenlight.json` (comments and trailing commas allowed).
 * @throws ConfigError with all problems together.
 */
export function loadConfig(file: string, env: NodeJS.ProcessEnv = process.env): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(file, [`cannot be read (${reason}); run \`greenlight init\` or pass --config FILE`]);
  }
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) {
    throw new ConfigError(
      file,
      errors.map(({ error, offset }) => `${lineOf(text, offset)}: ${printParseErrorCode(error)}, expected JSON`),
    );
  }
  return withPriceList(parseConfig(raw, file, env), file);
}

/**
 * Checks a config and fills in its defaults.
 * @throws ConfigError with all problems together.
 */
export function parseConfig(raw: unknown, file = 'config', env: NodeJS.ProcessEnv = process.env): Config {
  const checked = configSchema.safeParse(overPreset(raw));
  if (!checked.success) {
    throw new ConfigError(
      file,
      checked.error.issues.flatMap((issue) => tell(issue, [])),
    );
  }
  const missing: string[] = moneyProblems(checked.data);
  const servers = expandServers(checked.data.servers, env, missing);
  if (missing.length > 0) throw new ConfigError(file, missing);
  return { ...checked.data, servers };
}

/**
 * A config with what its price list says.
 * @param file beside which the list is looked for
 * @throws ConfigError with all problems of the list together.
 */
export function withPriceList(config: Config, file: string): Config {
  const listed = config.prices.file;
  if (listed === undefined) return config;
  const problems: string[] = [];
  const priceEntries = readPriceFile(listed, file, problems);
  if (problems.length > 0) throw new ConfigError(file, problems);
  return { ...config, priceEntries };
}

/** The part of the config that the rules read, in micro-credits. */
export function policyOf(config: Config): Policy {
  const micro = (amount: number): number => toMicro(amount) ?? 0;
  return {
    mode: config.mode,
    levels: over(config.rules, config.projects[config.project]?.rules ?? {}),
    shots: Object.fromEntries(Object.entries(config.shots).map(([shot, said]) => [shot, said.rules])),
    attended: config.ask.attended,
    quickLane: { perCall: micro(config.quickLane.perCall), perDay: micro(config.quickLane.perDay) },
    ask: {
      above: micro(config.ask.above),
      every: micro(config.ask.every),
      personAbove: micro(config.ask.personAbove),
    },
    plan: config.plan,
    relayedRounds: config.feedback.relayedRounds,
    quality: qualityOf(config.quality),
    reading: config.reading,
    ...moneyPolicyOf(config),
    loosened: [],
    zone: config.zone,
  };
}

/** Levels with others over them: a word on a whole rule takes the place of words on its codes. */
function over(levels: Levels, others: Levels): Levels {
  const kept = Object.entries(levels).filter(([key]) => !Object.hasOwn(others, key.split('/')[0] ?? ''));
  return { ...Object.fromEntries(kept), ...others };
}

/** A config as it is written over the preset that it names. */
function overPreset(raw: unknown): unknown {
  if (!isJsonObject(raw)) return raw;
  const { preset } = raw;
  if (typeof preset !== 'string' || !Object.hasOwn(configPresets, preset)) return raw;
  return merged(configPresets[preset], raw);
}

/** Objects are merged key by key; everything else, lists too, is replaced. */
function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below;
  if (!isJsonObject(below) || !isJsonObject(above)) return above;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  const own = (from: JsonObject, key: string): unknown => (Object.hasOwn(from, key) ? from[key] : undefined);
  return Object.fromEntries(keys.map((key) => [key, merged(own(below, key), own(above, key))]));
}

function tell(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  // A value that fits none of several shapes: say what is wrong with the shape it is nearest to.
  if (issue.code === 'invalid_union') {
    const closest = [...issue.errors].sort((a, b) => distance(a) - distance(b))[0] ?? [];
    if (closest.length > 0) return closest.flatMap((inner) => tell(inner, path));
  }
  const where = path.length === 0 ? '(whole file)' : path.map(String).join('.');
  return [`${where}: ${issue.message}`];
}

/** How far a value is from one shape of several: not even of its type is farthest, then the number of faults. */
function distance(issues: readonly z.core.$ZodIssue[]): number {
  const isAnotherType = issues.some(
    ({ path, code }) => path.length === 0 && (code === 'invalid_type' || code === 'invalid_value'),
  );
  return issues.length + (isAnotherType ? 1000 : 0);
}

/** Puts environment values into the strings that may reference them; unset ones without default are problems. */
function expandServers(servers: Config['servers'], env: NodeJS.ProcessEnv, missing: string[]): Config['servers'] {
  const expand = (text: string, where: string): string =>
    expandEnv(text, env, (name) => {
      missing.push(`${where}: environment variable ${name} is not set; expected a value or \${${name}:-default}`);
    });
  const record = (values: Record<string, string>, where: string): Record<string, string> =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, expand(value, `${where}.${key}`)]));
  return Object.fromEntries(
    Object.entries(servers).map(([server, entry]): [string, ServerConfig] => {
      const where = `servers.${server}`;
      if ('url' in entry) {
        const secret = entry.oauth?.clientSecret;
        const expanded = secret === undefined ? undefined : expand(secret, `${where}.oauth.clientSecret`);
        const oauth = expanded === undefined ? {} : { oauth: { ...entry.oauth, clientSecret: expanded } };
        return [server, { ...entry, ...oauth, headers: record(entry.headers, `${where}.headers`) }];
      }
      const args = entry.args.map((arg, index) => expand(arg, `${where}.args.${String(index)}`));
      return [server, { ...entry, args, env: record(entry.env, `${where}.env`) }];
    }),
  );
}

function lineOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `line ${String(before.length)}, column ${String((before.at(-1)?.length ?? 0) + 1)}`;
}
