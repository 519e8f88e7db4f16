import { describe, expect, it } from 'vitest';
import { mergeTakes } from '../../../src/dashboard/page/merge-takes.js';
import { fakeProject } from '../fake-project.js';

describe('freshly read takes', () => {
  it('replace what is known where it stands, and what is new comes in front', () => {
    const [a, b, c] = fakeProject(3).takes;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three takes');
    const newer = { ...b, paid: 99 };
    const merged = mergeTakes([b, c], [a, newer]);
    expect(merged).toEqual([a, newer, c]);
    expect(mergeTakes(merged, [])).toEqual(merged);
  });
});
