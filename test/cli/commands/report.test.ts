import { expect, it } from 'vitest';
import { makeReport } from '../../../src/cli/commands/report.js';
import { fakeDesk, takeInDoubtOf } from '../fake-desk.js';

it('gives the same report as Markdown and as data', async () => {
  const desk = fakeDesk();
  await takeInDoubtOf(desk.store);
  const { text, data } = await makeReport(desk);
  expect(text).toContain('# Greenlight report: poster');
  expect(text).toContain('t_1: 10 credits');
  expect(data).toMatchObject({ project: 'poster', held: 10, inDoubt: [{ take: 't_1', held: 10 }] });
});
