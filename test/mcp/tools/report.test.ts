import { describe, expect, it } from 'vitest';
import { openOwnTools } from '../../fixtures/own-tools.js';

describe('the report tool', () => {
  it('says where the credits went, as text and as data', async () => {
    const bench = await openOwnTools();
    await bench.make('a red fox', 'fox');
    const { text, structured } = await bench.use('report');
    expect(text).toContain('# Greenlight report: poster');
    expect(text).toContain('5 credits paid for 1 takes');
    expect(structured).toMatchObject({ project: 'poster', paid: 5, takes: 1, byShot: [{ name: 'fox', credits: 5 }] });
  });

  it('says what was avoided', async () => {
    const bench = await openOwnTools();
    await bench.run('a red fox', { model: 'best' });
    const { text, structured } = await bench.use('report');
    expect(text).toContain('300 credits were asked for');
    expect(structured).toMatchObject({ avoided: { estimate: true, credits: 300 } });
  });
});
