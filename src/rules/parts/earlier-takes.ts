import { z } from 'zod';
import { counts, outputsOf } from '../../model/takes.js';
import { canonicalJson } from '../../model/canonical-json.js';
import type { Context } from '../../model/context.js';
import { usualReading, type Reading } from '../../model/reading.js';
import type { GenerationRequest } from '../../model/request.js';
import type { Take } from '../../model/take.js';

/**
 * Earlier takes that a request can be a re-run of: same tool, model and input assets. The same prompt on another model
 * is a step forward, and the same words on another picture are another edit. Whether another model or another seed makes
 * another request is the person's to say.
 */
export function comparableTakes(
  request: GenerationRequest,
  takes: readonly Take[],
  reading: Reading = usualReading,
): Take[] {
  const shape = shapeOf(request);
  const { modelMakesAnother, seedMakesAnother } = reading;
  return takes.filter(
    (take) =>
      counts(take) &&
      take.server === request.server &&
      take.tool === request.tool &&
      (!modelMakesAnother || take.model === request.model) &&
      // A seed that is not given is thrown anew each time: that is no change.
      (!seedMakesAnother || request.seed === undefined || take.seed === request.seed) &&
      take.shape === shape &&
      (request.kind !== 'voice' || isSpokenAlike(take, request)),
  );
}

/** The part of a shape that says how wide and how high. */
const shapeSchema = z
  .string()
  .transform((text, issue): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      issue.addIssue('not a shape');
      return z.NEVER;
    }
  })
  .pipe(z.tuple([z.number().nullable(), z.number().nullable(), z.string().nullable()]).rest(z.unknown()));

/**
 * Spoken text is its own product: a comma or a "please" changes what is heard, and so do voice, pace and tone, whatever a
 * tool calls them. Only the same text with the same settings is compared.
 */
function isSpokenAlike(take: Take, request: GenerationRequest): boolean {
  return take.prompt === request.prompt && settingsOf(take) === settingsOf(request);
}

/** The arguments beside text, model and seed as one comparable text; numbers count as numbers however they are written. */
function settingsOf({ arguments: args, prompt, model, seed }: Take | GenerationRequest): string {
  const own: ReadonlySet<unknown> = new Set([prompt, model, seed, String(seed)]);
  const settings = Object.entries(args).filter(([, value]) => !own.has(value));
  const plain = (value: unknown): unknown =>
    typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
  return canonicalJson(Object.fromEntries(settings.map(([name, value]) => [name, plain(value)])));
}

/** The parameters besides prompt, model and seed whose change makes a request another picture, as one comparable text. */
export function shapeOf(request: GenerationRequest): string {
  return JSON.stringify([
    request.width ?? null,
    request.height ?? null,
    request.aspect ?? null,
    request.seconds ?? null,
    request.audio ?? null,
    request.inputs,
  ]);
}

/** The sides and aspect that a take was asked for in. */
export function sidesOf({ shape }: Take): Pick<GenerationRequest, 'width' | 'height' | 'aspect'> {
  const [width, height, aspect] = shapeSchema.safeParse(shape).data ?? [];
  return { width: width ?? undefined, height: height ?? undefined, aspect: aspect ?? undefined };
}

/** Whether the plan item that covers the call has versions that were never used: those are deliberate variants. */
export function hasFreeSlot(context: Context, request: GenerationRequest): boolean {
  const { item } = context.placement;
  if (item === undefined) return false;
  const used = context.takes.filter((take) => take.item === item.id && counts(take));
  return outputsOf(used) + request.count <= item.count;
}
