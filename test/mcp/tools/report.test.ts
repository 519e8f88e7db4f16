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

  it('under one heading is short, and never by session', async () => {
    const bench = await openOwnTools();
    await bench.make('a red fox', 'fox');
    const { text, structured } = await bench.use('report', { by: 'model' });
    expect(text.match(/^## .*/gm)).toEqual(['## Spend by model']);
    expect(structured).not.toHaveProperty('byShot');
    await expect(bench.use('report', { by: 'session' })).rejects.toThrow();
    expect((await bench.use('report')).text).not.toContain('s_1');
  });

  it('in shadow mode says what would have been done', async () => {
    const bench = await openOwnTools({ policy: { mode: 'shadow' } });
    await bench.run('a red fox', { model: 'best' });
    const { text, structured } = await bench.use('report');
    expect(text).toContain('1 calls for 300 credits were judged');
    expect(structured).toMatchObject({
      avoided: { credits: 0 },
      shadow: { saved: 300, byLevel: [{ level: 'block' }] },
    });
  });
});
