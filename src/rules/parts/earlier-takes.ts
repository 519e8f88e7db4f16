import { z } from 'zod';
import { counts, outputsOf } from '../../model/takes.js';
import type { Context } from '../../model/context.js';
import { usualReading, type Reading } from '../../model/reading.js';
import type { GenerationRequest } from '../../model/request.js';
import type { Take } from '../../model/take.js';
import { hasSameSettings } from './same-settings.js';

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
      hasSameSettings(take, request),
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
