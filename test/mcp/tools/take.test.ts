import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/model/json.js';
import { briefBody } from '../../fixtures/brief.js';
import { pictureTool, startAt } from '../../fixtures/gate-bench.js';
import { openOwnTools } from '../../fixtures/own-tools.js';

describe('the take tool', () => {
  it('shows one take: its state, its cost and how it ended', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox');
    const { text, structured } = await bench.use('take', { take });
    expect(text).toContain(`${take} · fox/explore · generate_image (draft) · posted · paid 5 credits`);
    expect(structured).toMatchObject({ take, shot: 'fox', paid: 5, state: 'posted' });
  });

  it('shows the outputs of a take: pictures, names to give to the next tool, and paths', async () => {
    const asset = { id: 'ab12'.repeat(16), path: '/out/fox.png', mimeType: 'image/png', bytes: 7 };
    const keep = async (_: unknown, result: JsonObject) => ({ assets: [asset], result });
    const bench = await openOwnTools({ ports: { keep }, show: async ({ path }) => [{ type: 'image', data: path }] });
    const { text, blocks } = await bench.use('take', { take: await bench.make('a red fox', 'fox') });
    expect(text).toContain('- `greenlight://asset/ab12ab12ab12ab12` · image/png, 7 bytes · /out/fox.png');
    expect(blocks).toEqual([{ type: 'image', data: '/out/fox.png' }]);
  });

  it('says of a take in doubt that its money stays held', async () => {
    const bench = await openOwnTools();
    const take = await bench.make('a red fox', 'fox', { kind: 'lost', why: 'closed' });
    const { text, structured } = await bench.use('take', { take });
    expect(text).toContain(`IN DOUBT ${take}`);
    expect(structured).toMatchObject({ state: 'in_doubt', held: 5, paid: 0 });
  });

  it('does not wait for a running take when told so', async () => {
    const bench = await openOwnTools();
    const checked = await bench.gate.check(bench.call('a red fox'));
    const take = checked.kind === 'allow' ? checked.ticket.take.id : '';
    expect((await bench.use('take', { take, wait: 0 })).text).toContain(`RUNNING ${take}`);
  });

  it('asks the provider for the job that a take waits for, and says so while it waits', async () => {
    const status = { tool: 'job_status', argument: 'id', state: 'state', succeeded: ['done'] };
    const tool = pictureTool({ outcome: { job: { id: 'job', status } } });
    const answers = [{ state: 'queued' }, { state: 'done' }];
    const jobs = {
      profileOf: () => tool.profile,
      ask: async () => ({ kind: 'answer' as const, result: answers.shift() ?? {} }),
    };
    // Short waits pass at once; the long one is the call's own limit, which is not reached here.
    const wait = async (ms: number): Promise<void> => {
      if (ms > 1000) await new Promise(() => undefined);
      bench.pass(ms);
    };
    const bench = await openOwnTools({ tools: [tool], ports: { jobs, wait } });
    const take = await bench.make('a red fox', 'fox', { kind: 'answer', result: { job: 'j-1' } });
    const { text, structured } = await bench.use('take', { take });
    expect(text).toContain(`${take} · fox/explore · generate_image (draft) · posted · paid 5 credits`);
    expect(structured).toMatchObject({ state: 'posted', job: 'j-1', paid: 5 });
    expect(bench.progress).toEqual([
      { progress: 1, message: `The provider was asked for job j-1 of ${take} (1×): it is not done yet.` },
    ]);
  });

  it('lists the takes, newest first, and those that wait for a word', async () => {
    const bench = await openOwnTools();
    const fox = await bench.make('a red fox', 'fox');
    const hare = await bench.make('a grey hare', 'hare');
    await bench.use('feedback', { take: fox, verdict: 'approve' });
    const { text, structured } = await bench.use('take');
    expect(text.split('\n')).toEqual([
      `2 takes, newest first. Waiting for the person's word: ${hare}.`,
      `- ${hare} · hare/explore · generate_image (draft) · posted · 5 credits`,
      `- ${fox} · fox/explore · generate_image (draft) · posted · 5 credits · approve`,
    ]);
    expect(structured).toMatchObject({ waiting: [hare], takes: [{ take: hare }, { take: fox }] });
    expect((await bench.use('take', { shot: 'fox' })).structured).toMatchObject({ takes: [{ take: fox }] });
  });

  it('says that there are none', async () => {
    const bench = await openOwnTools();
    expect((await bench.use('take')).text).toBe('No takes yet.');
  });

  it('does not show what is not of this project', async () => {
    const bench = await openOwnTools({ caller: { project: 'film' } });
    expect(await bench.use('take', { take: 't_9' })).toMatchObject({
      isError: true,
      text: expect.stringContaining('There is no take t_9 in this project'),
    });
  });

  it('lists what is done and what is next by shot, where there is a plan', async () => {
    const bench = await openOwnTools();
    await bench.store.saveBrief('poster', 'b_1', briefBody, startAt);
    const step = { phase: 'explore', tool: 'studio_generate_image', prompt: 'a red fox' };
    await bench.use('plan', {
      steps: [
        { ...step, shot: 'fox' },
        { ...step, shot: 'hare', prompt: 'a grey hare' },
      ],
    });
    const take = await bench.make('a red fox', 'fox');
    await bench.use('feedback', { take, verdict: 'approve' });
    const { text, structured } = await bench.use('take');
    expect(text).toMatch(/Done: fox\.\nNext: hare\/explore\.$/);
    expect(structured).toMatchObject({
      progress: [
        { shot: 'fox', state: 'done' },
        { shot: 'hare', state: 'open' },
      ],
    });
    expect((await bench.use('take', { shot: 'hare' })).structured['progress']).toHaveLength(1);
  });
});
