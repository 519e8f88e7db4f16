import { describe, expect, it } from 'vitest';
import { plainRun } from '../../src/prompt/unspaced.js';

describe('a run of Chinese or Japanese', () => {
  it.each([
    ['三只小鸟', '3只小鸟'],
    ['十二个人', '12个人'],
    ['二十朵', '20朵'],
    ['两百头羊', '200头羊'],
    ['一位妈妈', '1个妈妈'],
  ])('has digits for counts: %s as %s', (run, plain) => {
    expect(plainRun(run)).toBe(plain);
  });

  it.each(['第一名', '一直', '三亚', '统一个体'])('leaves %s alone', (run) => {
    expect(plainRun(run)).toBe(run);
  });

  it('has one name for a thing', () => {
    expect(plainRun('咖啡厅的女の人')).toBe(plainRun('咖啡店的女性'));
    expect(plainRun('一名大夫')).toBe(plainRun('一位医生'));
  });
});
