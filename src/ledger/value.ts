import type { Kind } from '../model/kind.js';
import type { Take } from '../model/take.js';
import { linesBy, type SpendLine } from './spending.js';

/** What a model of a server made of its credits, among others that make the same kind of thing. */
export interface ValueLine extends Omit<SpendLine, 'name'> {
  readonly kind: Kind;
  readonly server: string;
  readonly model: string;
}

/** Models by kind, the best value first: the least paid per kept take; those of which nothing was kept come last. */
export function valueOf(takes: readonly Take[]): ValueLine[] {
  const samples = new Map<string, Take>();
  const lines = linesBy(takes, (take) => {
    const name = JSON.stringify([take.kind, take.server, take.model ?? take.tool]);
    samples.set(name, take);
    return name;
  });
  const value = lines.flatMap(({ name, ...line }): ValueLine[] => {
    const sample = samples.get(name);
    if (sample === undefined) return [];
    return [{ kind: sample.kind, server: sample.server, model: sample.model ?? sample.tool, ...line }];
  });
  const cost = ({ perKept }: ValueLine): number => perKept ?? Number.MAX_SAFE_INTEGER;
  return value.sort((a, b) => (a.kind === b.kind ? cost(a) - cost(b) : a.kind < b.kind ? -1 : 1));
}
