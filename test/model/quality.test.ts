import { describe, expect, it } from 'vitest';
import { phases, purposes } from '../../src/model/phase.js';
import { qualityOf, qualitySchema, usualQuality } from '../../src/model/quality.js';
import { tierRank } from '../../src/model/tier.js';

describe('what is usually worth paying for', () => {
  it('is what a config that says nothing means', () => {
    expect(qualityOf(qualitySchema.parse({}))).toEqual(usualQuality);
  });

  it('has every purpose begin below where it ends', () => {
    const wrong = purposes.filter((purpose) => {
      const { lowest, highest } = usualQuality.purposes[purpose];
      return tierRank(lowest) > tierRank(highest);
    });
    expect(wrong).toEqual([]);
  });

  it('never falls as a shot goes on', () => {
    const ranks = phases.map((phase) => tierRank(usualQuality.phases[phase]));
    expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
  });
});

describe('what a config says of it', () => {
  it('leaves the rest of a purpose as it is, and null lifts a bound', () => {
    const said = qualitySchema.parse({ purposes: { social: { pixels: null, lowest: 'standard' } } });
    expect(qualityOf(said).purposes.social).toEqual({ highest: 'standard', lowest: 'standard', pixels: undefined });
    expect(qualityOf(said).purposes.web).toEqual(usualQuality.purposes.web);
  });

  it('may not put the least tier above the best one, usual ones included', () => {
    const { error } = qualitySchema.safeParse({ purposes: { test: { lowest: 'standard' } } });
    expect(error?.issues).toMatchObject([{ path: ['purposes', 'test'] }]);
  });
});
