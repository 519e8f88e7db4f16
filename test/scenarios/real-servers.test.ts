import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { pictureOf } from '../fixtures/fake-provider.js';
import { type Answer } from './parts/gateway.js';
import { withRealServers } from './parts/real-servers.js';
import { until } from './parts/until.js';

const lighthouse = 'a red lighthouse above a stormy sea at night, watercolor, wide view from the pier';
const atDawn = 'a red lighthouse above a calm sea in golden dawn light, families on the pier, watercolor';
const mostInline = 100 * 1024;
const video = {
  prompt: 'slow push in on the lighthouse, waves roll, gulls cross the golden dawn sky',
  asyncMode: true,
};
const because = 'the lighthouse was settled in stills elsewhere';
/** Nobody minds a video without a still before it. */
const unasked = { config: { rules: { 'stills-first': 'off' } } } as const;

function blocks(answer: Answer): readonly JsonObject[] {
  const content = answer.result['content'];
  return Array.isArray(content) ? content.filter(isJsonObject) : [];
}

/** Files that an answer links to, as paths. */
function filesOf(answer: Answer): readonly string[] {
  const links = blocks(answer).filter(({ type }) => type === 'resource_link');
  return links.map(({ uri }) => fileURLToPath(String(uri)));
}

function takeOf(answer: Answer): string {
  return String(answer.data['take']);
}

describe('two published servers behind the gateway', () => {
  it('are listed with all their tools; only what costs nothing by word or definition stays as it is [F11]', () =>
    withRealServers(async (bench, agent) => {
      const { tools } = await agent.client.listTools();
      const upstream = tools.filter(({ name }) => /^(banana|minimax)_/.test(name));
      const gated = upstream.filter(({ inputSchema }) => Object.hasOwn(inputSchema.properties ?? {}, 'greenlight'));
      const free = upstream.filter((tool) => !gated.includes(tool)).map(({ name }) => name);
      expect(upstream).toHaveLength(15);
      expect(free).toEqual([
        'banana_configure_gemini_token',
        'banana_get_configuration_status',
        'banana_get_last_image_info',
        'minimax_list_voices',
        'minimax_play_audio',
        'minimax_query_video_generation',
      ]);
      expect(gated.map(({ name }) => name)).toContain('banana_continue_editing');
      expect(bench.provider.requests).toEqual([]);
    }));

  it('answer their free tools untouched, without a line in the ledger', () =>
    withRealServers(async (bench, agent) => {
      const status = await agent.call('banana_get_configuration_status');
      expect(status.text).toContain('configured and ready to use');
      expect(status.result['_meta']).toBeUndefined();
      expect((await bench.expectLedgerEqualsBills()).takes).toEqual([]);
    }));

  it('are what `greenlight inspect` says they are', () =>
    withRealServers(async (bench) => {
      expect(await bench.greenlight('inspect', '--server', 'banana')).toMatchObject({
        tools: [
          { tool: 'configure_gemini_token', cost: 'free', kind: 'utility', source: 'classifier' },
          { tool: 'generate_image', cost: 'paid', kind: 'image', price: '39 / call', source: 'config' },
          { tool: 'edit_image', cost: 'unknown', kind: 'edit', source: 'classifier' },
          { tool: 'get_configuration_status', cost: 'free', source: 'config' },
          { tool: 'continue_editing', cost: 'unknown' },
          { tool: 'get_last_image_info', cost: 'free', source: 'config' },
        ],
      });
    }));
});

describe('a published server that nobody has described yet', () => {
  it('makes nothing, whatever its tool is called, until the person says yes [F11]', () =>
    withRealServers(
      async (bench, agent) => {
        for (const [tool, args] of [
          ['banana_generate_image', { prompt: lighthouse }],
          ['minimax_voice_design', { prompt: 'an old sailor', previewText: 'Ahoy' }],
          ['minimax_text_to_audio', { text: 'Ahoy' }],
        ] as const) {
          const asked = await agent.call(tool, { ...args, greenlight: { shot: tool } });
          expect(asked).toMatchObject({ isError: true, data: { status: 'refused', code: 'unknown-price/unknown' } });
          expect(asked.text).toContain(`The price of ${tool} is not known`);
          expect(asked.data['approval']).toMatchObject({ state: 'pending' });
        }
        expect(bench.provider.requests).toEqual([]);
      },
      { known: 'nothing' },
    ));

  it('is paid at the price that the person says with `greenlight inspect` and accepts [F11]', () =>
    withRealServers(
      async (bench, agent) => {
        await agent.call('banana_generate_image', { prompt: lighthouse });
        await agent.close();
        await bench.greenlight('inspect', '--set', 'banana.generate_image=paid:image:39:call');
        const changed = await bench.start();
        const early = await changed.call('banana_generate_image', { prompt: lighthouse });
        expect(String(early.data['code'])).toContain('config-accepted/loosened');
        expect(bench.provider.requests).toEqual([]);
        await bench.greenlight('config', 'accept');
        const next = await bench.start();
        const made = await next.call('banana_generate_image', { prompt: lighthouse });
        expect(made.data).toMatchObject({ status: 'done', paid: 39 });
        expect(filesOf(made)).toHaveLength(1);
      },
      { known: 'nothing' },
    ));

  it('is let through by a yes in the dialog; what it cost is then for the person to say', () =>
    withRealServers(
      async (bench, agent) => {
        const made = await agent.call('banana_generate_image', { prompt: lighthouse });
        expect(bench.provider.bills).toHaveLength(1);
        expect(made.data).toMatchObject({ status: 'made-unpriced', state: 'in_doubt' });
        expect(made.isError).toBe(false);
        expect(filesOf(made)).toHaveLength(1);
        await bench.greenlight('takes', 'settle', takeOf(made), '--credits', '39');
        const { takes } = await bench.expectLedgerEqualsBills();
        expect(takes).toMatchObject([{ state: 'posted', paid: 39_000_000, assets: [{ mimeType: 'image/png' }] }]);
      },
      { known: 'nothing', dialog: () => ({ action: 'accept', content: { decision: 'yes' }, afterMs: 400 }) },
    ));
});

describe('a server that puts its picture into the answer', () => {
  it('is paid once at the price the person wrote; the picture lies on disk as it came and the answer stays small', () =>
    withRealServers(async (bench, agent) => {
      const made = await agent.call('banana_generate_image', { prompt: lighthouse });
      expect(made).toMatchObject({ isError: false, data: { status: 'done', paid: 39 } });
      expect(bench.provider.bills).toEqual([
        { model: 'gemini-2.5-flash-image-preview', prompt: lighthouse, units: 1, credits: 39 },
      ]);
      const [file = ''] = filesOf(made);
      expect(file.startsWith(join(bench.data, 'outputs'))).toBe(true);
      expect(readFileSync(file).equals(pictureOf(lighthouse))).toBe(true);
      expect(pictureOf(lighthouse).length).toBeGreaterThan(2 * mostInline);
      expect(JSON.stringify(made.result).length).toBeLessThan(2 * mostInline);
      const previews = blocks(made).filter(({ type }) => type === 'image');
      expect(previews.map(({ mimeType }) => mimeType)).toEqual(['image/png']);
      for (const { data } of previews) expect(String(data).length).toBeLessThanOrEqual(mostInline);
      expect(made.text).toContain('Image generated with nano-banana');
      expect(readdirSync(bench.bananaCopies)).toHaveLength(1);
    }));

  it('is not asked again for the same picture in other clothes, and is for a new one [B1] [C1]', () =>
    withRealServers(async (bench, agent) => {
      const generate = (prompt: string): Promise<Answer> =>
        agent.call('banana_generate_image', { prompt, greenlight: { shot: 'poster' } });
      const first = await generate(lighthouse);
      const hasty = await generate(atDawn);
      expect(hasty.data['code']).toBe('await-feedback/waiting');
      await agent.call('feedback', { take: takeOf(first), verdict: 'refine', change: ['dawn light, calm sea'] });
      const again = await generate(`masterpiece, best quality, ${lighthouse}, 8k`);
      expect(again).toMatchObject({ isError: true, data: { status: 'refused', code: 'rerun/certain' } });
      expect(bench.provider.bills).toHaveLength(1);
      const refined = await generate(atDawn);
      expect(refined.data).toMatchObject({ status: 'done', paid: 39 });
      expect(bench.provider.bills.map(({ prompt }) => prompt)).toEqual([lighthouse, atDawn]);
      const report = await agent.call('report');
      expect(report.data).toMatchObject({ paid: 78, takes: 2, kept: 0 });
    }));

  it('that charges and then fails leaves the money held in doubt, and an equal call asks [C4]', () =>
    withRealServers(async (bench, agent) => {
      await bench.spoilBananaCopies();
      const failed = await agent.call('banana_generate_image', { prompt: lighthouse });
      expect(failed).toMatchObject({ isError: true, data: { status: 'in-doubt', state: 'in_doubt', paid: 0 } });
      expect(failed.text).toContain('39 credits stay held');
      expect(bench.provider.charged).toBe(39);
      const { accounts } = await bench.expectLedgerEqualsBills();
      expect(accounts.map(({ held, spent }) => ({ held, spent }))).toContainEqual({ held: 39_000_000, spent: 0 });
      const again = await agent.call('banana_generate_image', { prompt: lighthouse });
      expect(again.data['status']).toBe('refused');
      expect(String(again.data['code'])).toContain('replay/in-doubt');
      expect(bench.provider.bills).toHaveLength(1);
      await bench.greenlight('takes', 'settle', takeOf(failed));
      const settled = await bench.expectLedgerEqualsBills();
      expect(settled.takes).toMatchObject([{ state: 'posted', held: 0, paid: 39_000_000 }]);
    }));
});

describe('a server that answers in plain text with addresses and job ids', () => {
  it('gets one version where four were asked for, and its text comes through as it is [C1]', () =>
    withRealServers(async (bench, agent) => {
      const made = await agent.call('minimax_text_to_image', { prompt: lighthouse, n: 4 });
      expect(made.data).toMatchObject({ status: 'done', paid: 4, assets: [{ mimeType: 'image/png' }] });
      expect(made.text).toContain('one-version/more-than-one');
      expect(bench.provider.bills).toEqual([{ model: 'image-01', prompt: lighthouse, units: 1, credits: 4 }]);
      const address = /Image URL\(s\): (http\S+)/.exec(made.text)?.[1] ?? '';
      const [file = ''] = filesOf(made);
      expect(readFileSync(file).equals(pictureOf(new URL(address).pathname))).toBe(true);
    }));

  it('is asked for its output again where that fails twice, and never for another one', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.troubleOutputs(503, 500);
      const made = await agent.call('minimax_text_to_image', { prompt: lighthouse });
      expect(made.data).toMatchObject({ status: 'done', assets: [{ mimeType: 'image/png' }] });
      expect(bench.provider.bills).toHaveLength(1);
      expect(filesOf(made)).toHaveLength(1);
    }));

  it('says which output is missing, and `take` fetches it later at no cost', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.troubleOutputs(404);
      const made = await agent.call('minimax_text_to_image', { prompt: lighthouse });
      expect(made.data).toMatchObject({ status: 'done', paid: 4, assets: [], missing: [{ why: 'status: 404' }] });
      expect(made.text).toContain('Do not make them again');
      const shown = await agent.call('take', { take: takeOf(made) });
      expect(shown.data).toMatchObject({ assets: [{ mimeType: 'image/png' }] });
      expect(bench.provider.bills).toHaveLength(1);
      const { takes } = await bench.expectLedgerEqualsBills();
      expect(takes).toMatchObject([{ state: 'posted', assets: [{ mimeType: 'image/png' }] }]);
    }));

  it('is left alone where its output lies at a private address that nobody allowed', () =>
    withRealServers(
      async (bench, agent) => {
        const made = await agent.call('minimax_text_to_image', { prompt: lighthouse });
        expect(made.data).toMatchObject({ assets: [], missing: [{ why: 'address: a private or reserved address' }] });
        expect(bench.provider.requests.filter((request) => request.includes('/asset/'))).toEqual([]);
      },
      { config: { outputs: {} } },
    ));

  it('is paid for speech by every started thousand characters, with the default model of its schema', () =>
    withRealServers(async (bench, agent) => {
      const text = 'The lamp is lit, the boats come home. '.repeat(40);
      const spoken = await agent.call('minimax_text_to_audio', { text });
      expect(spoken.data).toMatchObject({ status: 'done', paid: 20 });
      expect(bench.provider.bills).toMatchObject([{ model: 'speech-02-hd', units: 2, credits: 20 }]);
      expect(spoken.text).toContain('/asset/speech.mp3');
    }));

  it('is held for a video until its job ends, which the agent’s own looks neither pay for nor change', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.tellJobs('Preparing', 'Queueing', 'Processing', 'Processing');
      const held = await agent.call('minimax_generate_video', video);
      expect(held.data).toMatchObject({ status: 'refused', outcome: 'nudge' });
      expect(held.text).toContain('[stills-first/no-still]');
      const begun = await agent.call('minimax_generate_video', { ...video, greenlight: { because } });
      expect(begun.data).toMatchObject({ status: 'running', job: 'job-1' });
      const own = await agent.call('minimax_query_video_generation', { taskId: 'job-1' });
      expect(own.text).toBe('Video generation task is still processing: Task ID: job-1.');
      const done = await agent.call('take', { take: String(begun.data['take']) });
      expect(done.data).toMatchObject({ state: 'posted', paid: 49, assets: [{ mimeType: 'image/png' }] });
      expect(bench.provider.bills).toHaveLength(1);
      expect(bench.provider.requests).toContain('GET /asset/clip.mp4');
    }));

  it('gets its credits back when the video’s job fails, as the person wrote of it', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.tellJobs('Fail', 'Fail', 'Fail');
      const begun = await agent.call('minimax_generate_video', video);
      const ended = await agent.call('take', { take: String(begun.data['take']) });
      expect(ended.text).toContain('Video generation task failed');
      expect(ended.data).toMatchObject({ state: 'released', paid: 0, held: 0 });
      bench.provider.takeBack();
    }, unasked));

  it('is asked for the job of a gateway that was killed, and its video is fetched', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.tellJobs('Processing', 'Processing');
      await agent.call('minimax_generate_video', video);
      agent.kill('SIGKILL');
      await agent.gone();
      const next = await bench.start();
      await until(async () => JSON.stringify(await bench.greenlight('takes', 'list')).includes('"posted"'));
      const { takes } = await bench.expectLedgerEqualsBills();
      expect(takes).toMatchObject([{ paid: 49_000_000, assets: [{ mimeType: 'image/png' }] }]);
      const again = await next.call('take', { take: takes[0]?.id ?? '' });
      expect(again.data).toMatchObject({ state: 'posted', paid: 49 });
      expect(bench.provider.bills).toHaveLength(1);
    }, unasked));

  it('that tells a refusal of its provider as if it were a success gets its credits back [C4]', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.refuseNext('insufficient balance');
      const refused = await agent.call('minimax_text_to_image', { prompt: lighthouse });
      expect(refused).toMatchObject({ isError: true, data: { status: 'failed-unbilled', state: 'released', paid: 0 } });
      expect(refused.text).toContain('insufficient balance');
      expect(bench.provider.charged).toBe(0);
      const made = await agent.call('minimax_text_to_image', { prompt: lighthouse });
      expect(made.data).toMatchObject({ status: 'done', paid: 4 });
    }));
});

describe('a budget across two published servers', () => {
  it('holds: the call that does not fit is refused before its provider hears of it [F3]', () =>
    withRealServers(
      async (bench, agent) => {
        const shots = ['storm', 'calm'];
        await agent.call('banana_generate_image', { prompt: lighthouse, greenlight: { shot: shots[0] } });
        await agent.call('minimax_text_to_image', { prompt: atDawn, greenlight: { shot: shots[1] } });
        const third = await agent.call('banana_generate_image', {
          prompt: 'a baker pulls bread from a brick oven, warm light, close view',
          greenlight: { shot: 'third' },
        });
        expect(third.data).toMatchObject({ status: 'refused', code: 'budget/hard' });
        expect(bench.provider.charged).toBe(43);
      },
      { config: { budgets: [{ scope: 'session', limit: 60 }] } },
    ));
});
