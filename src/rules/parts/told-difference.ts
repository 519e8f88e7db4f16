import type { JsonObject } from '../../model/json.js';
import type { Change } from '../../prompt/change.js';
import type { Difference } from '../../prompt/difference.js';

/** What is told of one difference: prompts that share little have hundreds of changes, and a phrase may be a page. */
const mostChanges = 8;
const longestText = 200;

const short = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text);

function told({ type, before, after }: Change): JsonObject {
  return {
    type,
    ...(before === undefined ? {} : { before: short(before) }),
    ...(after === undefined ? {} : { after: short(after) }),
  };
}

/** A difference as facts: `why` in one line, how sure the verdict is, and the first changes, each with what it is about. */
export function toldDifference({ why, confidence, material }: Difference): JsonObject {
  return { why, confidence, changes: material.slice(0, mostChanges).map(told) };
}
