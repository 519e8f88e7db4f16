import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/prompt/analyse.js';
import { difference } from '../../../src/prompt/difference.js';
import { toldDifference } from '../../../src/rules/parts/told-difference.js';

const told = (before: string, after: string) =>
  toldDifference(difference(analyse({ prompt: before }), analyse({ prompt: after })));

describe('what is told of a difference', () => {
  it('is why, how sure, and each change with what it is about', () => {
    expect(told('a red kite over the dunes', 'a blue kite over the dunes, no people')).toEqual({
      why: 'red → blue (colour); added: no people',
      confidence: 1,
      changes: [
        { type: 'colour', before: 'red', after: 'blue' },
        { type: 'negation', after: 'no people' },
      ],
    });
  });

  it('stays short, however much changed', () => {
    const tags = Array.from({ length: 300 }, (_, at) => `${'kite'.repeat(100)}${String(at)}`);
    const { changes } = told('a pier', tags.join(', '));
    expect(JSON.stringify(changes).length).toBeLessThan(4000);
  });
});
