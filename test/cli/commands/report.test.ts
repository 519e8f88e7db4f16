import { describe, expect, it } from 'vitest';
import { makeReport } from '../../../src/cli/commands/report.js';
import { fakeDesk, takeInDoubtOf } from '../fake-desk.js';

describe('greenlight report', () => {
  it('gives the same report as Markdown and as data', async () => {
    const desk = fakeDesk();
    await takeInDoubtOf(desk.store);
    const { text, data } = await makeReport(desk, { format: 'markdown' });
    expect(text).toContain('# Greenlight report: poster');
    expect(text).toContain('t_1: 10 credits');
    expect(data).toMatchObject({ project: 'poster', held: 10, inDoubt: [{ take: 't_1', held: 10 }] });
  });

  it('for a terminal has columns instead of Markdown tables', async () => {
    const desk = fakeDesk();
    await takeInDoubtOf(desk.store);
    const { text } = await makeReport(desk);
    expect(text).not.toContain('|---');
    expect(text).toMatch(/scope +limit +spent +held/);
  });

  it('as CSV has one row a take', async () => {
    const desk = fakeDesk();
    await takeInDoubtOf(desk.store);
    const { text } = await makeReport(desk, { format: 'csv' });
    const [head, row, ...rest] = text.split('\r\n');
    expect([head?.slice(0, 8), row?.slice(0, 4), rest]).toEqual(['take,at,', 't_1,', []]);
  });

  it('of shadow mode alone says so', async () => {
    const desk = fakeDesk({ config: { mode: 'shadow' } });
    const { text, data } = await makeReport(desk, { shadow: true });
    expect(text).toContain('No call was judged in shadow mode');
    expect(data).toMatchObject({ project: 'poster', shadow: { calls: 0 } });
  });

  it('under one heading is short', async () => {
    const { data } = await makeReport(fakeDesk(), { by: 'day' });
    expect(data).toMatchObject({ paid: 0, byDay: [] });
    expect(data).not.toHaveProperty('byModel');
  });
});
