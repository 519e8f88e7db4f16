import { describe, expect, it } from 'vitest';
import { phaseRank, phases } from '../../src/model/phase.js';

describe('the phases of a shot', () => {
  it('stand in order from explore to finish', () => {
    expect(phases.map(phaseRank)).toEqual([0, 1, 2, 3]);
    expect(phaseRank('explore')).toBeLessThan(phaseRank('hero'));
    expect(phaseRank('finish')).toBeGreaterThan(phaseRank('hero'));
  });
});
