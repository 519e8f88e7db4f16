import { describe, expect, it } from 'vitest';
import { makeBrief } from '../../../src/gate/flow/make-brief.js';
import type { BriefBody } from '../../../src/model/brief.js';
import { briefBody } from '../../fixtures/brief.js';
import { openBench } from '../../fixtures/gate-bench.js';

async function made(changes: Partial<BriefBody> = {}) {
  const { desk, store } = await openBench();
  const brief = await makeBrief(desk, { ...briefBody, ...changes });
  return { brief, stored: await store.latestBrief('poster') };
}

describe('a brief', () => {
  it('is stored whole', async () => {
    const { brief, stored } = await made();
    expect(brief).toMatchObject({ ...briefBody, version: 1 });
    expect(stored).toEqual(brief);
  });

  it.each<[string, Partial<BriefBody>, object]>([
    [
      'nobody decided on the goal',
      { goal: '???', audience: 'n/a' },
      { problem: 'undecided', facts: { fields: ['goal', 'audience'] } },
    ],
    [
      'both directions are one, in other words of praise',
      {
        chosen: 'a',
        directions: [
          { name: 'a', idea: 'a red fox' },
          { name: 'b', idea: 'stunning red fox, 8k' },
        ],
      },
      { problem: 'directions-alike', facts: { one: 'a', other: 'b' } },
    ],
    [
      'both directions have one name',
      {
        chosen: 'a',
        directions: [
          { name: 'a', idea: 'a red fox' },
          { name: 'A ', idea: 'a grey hare' },
        ],
      },
      { problem: 'directions-alike' },
    ],
    ['the choice is none of them', { chosen: 'boat' }, { problem: 'chosen-unknown', facts: { chosen: 'boat' } }],
  ])('is not stored when %s', async (_, changes, problem) => {
    const { brief, stored } = await made(changes);
    expect(brief).toMatchObject([problem]);
    expect(stored).toBeUndefined();
  });

  it('may speak of what is open in a sentence', async () => {
    expect((await made({ tone: 'open and warm', audience: 'anything but children' })).stored).toBeDefined();
  });
});
