import type { JsonObject } from '../../model/json.js';
import { shortened } from '../../model/shortened.js';
import type { Change } from '../../prompt/change.js';
import type { Difference } from '../../prompt/difference.js';

/** What is told of one difference: prompts that share little have hundreds of changes, and a phrase may be a page. */
const mostChanges = 8;
const longestText = 200;

function told({ type, before, after }: Change): JsonObject {
  return {
    type,
    ...(before === undefined ? {} : { before: shortened(before, longestText) }),
    ...(after === undefined ? {} : { after: shortened(after, longestText) }),
  };
}

/** A difference as facts: `why` in one line, how sure the verdict is, and the first changes, each with what it is about. */
export function toldDifference({ why, confidence, material }: Difference): JsonObject {
  return { why, confidence, changes: material.slice(0, mostChanges).map(told) };
}
