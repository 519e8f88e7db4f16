import { describe, expect, it } from 'vitest';
import { readEntry } from '../../src/gate/read-entry.js';
import { replicateMcpPreset } from '../../src/upstreams/presets/replicate-mcp.js';
import { brief } from './harness.js';
import type { Answer, GatewayProcess } from './parts/gateway.js';
import { RealServers, withRealServers, type RealServersOptions } from './parts/real-servers.js';
import { until } from './parts/until.js';

const lighthouse = 'a red lighthouse above a stormy sea at night, watercolor, wide view from the pier';
const bakery = 'a baker pulls bread from a brick oven, warm light, close view';

const anyModel: RealServersOptions = { only: ['replicate'] };
const speaking: RealServersOptions = { only: ['speech'] };

/** Asks for one picture of a prediction; `waits` lets the provider answer only once it has ended. */
function predict(agent: GatewayProcess, prompt: string, waits: boolean): Promise<Answer> {
  return agent.call('replicate_create_models_predictions', {
    ...{ model_owner: 'black-forest-labs', model_name: 'flux-schnell', input: { prompt, num_outputs: 1 } },
    ...(waits ? { Prefer: 'wait=5' } : {}),
    greenlight: { shot: 'cover' },
  });
}

const speak = (agent: GatewayProcess, text: string): Promise<Answer> => agent.call('speech_text-to-speech', { text });

describe('a published server that runs any model', () => {
  it('that waits for its provider is paid once, also where its output fails to come twice', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.troubleOutputs(503, 500);
      const made = await predict(agent, lighthouse, true);
      expect(made.data).toMatchObject({ status: 'done', paid: 3, assets: [{ mimeType: 'image/png' }] });
      expect(bench.provider.bills).toHaveLength(1);
      const fetched = bench.provider.requests.filter((request) => request.startsWith('GET /asset/'));
      expect(fetched).toHaveLength(3);
    }, anyModel));

  it('that was asked for four is asked for one by the gate, in the place where the four stood', () =>
    withRealServers(async (bench, agent) => {
      const made = await agent.call('replicate_create_models_predictions', {
        ...{ model_owner: 'black-forest-labs', model_name: 'flux-schnell', Prefer: 'wait=5' },
        input: { prompt: lighthouse, num_outputs: 4, go_fast: true },
        greenlight: { shot: 'cover' },
      });
      expect(made.data).toMatchObject({ status: 'done', paid: 3 });
      expect(bench.provider.bills).toMatchObject([{ prompt: lighthouse, units: 1 }]);
    }, anyModel));

  it('that hands out a job holds the money until the job has ended, and an equal call waits for the same job', () =>
    withRealServers(async (bench, agent) => {
      const begun = await predict(agent, lighthouse, false);
      expect(begun.data).toMatchObject({ status: 'running' });
      const [, again] = await Promise.all([
        agent.call('take', { take: begun.data['take'] }),
        predict(agent, lighthouse, false),
      ]);
      expect(bench.provider.bills).toHaveLength(1);
      expect(again.data['take']).toBe(begun.data['take']);
      const { takes } = await bench.expectLedgerEqualsBills();
      expect(takes).toMatchObject([{ state: 'posted', paid: 3_000_000, assets: [{ mimeType: 'image/png' }] }]);
    }, anyModel));

  it('lists its jobs in an answer in which the preset finds one, and how it stands', () =>
    withRealServers(async (bench, agent) => {
      const begun = await predict(agent, lighthouse, false);
      await agent.call('take', { take: begun.data['take'] });
      const { result } = await agent.call('replicate_list_predictions', {});
      const [list] = replicateMcpPreset.paid['create_models_predictions']?.outcome?.job?.lists ?? [];
      const place = { in: list?.in, id: list?.id ?? '' };
      const states = ['p1', 'p2'].map((id) => readEntry(place, id, result)?.told['status']);
      expect(states).toEqual(['succeeded', undefined]);
      await bench.expectLedgerEqualsBills();
    }, anyModel));

  it('whose job fails after it was billed is paid', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.replicate.set('fails');
      const begun = await predict(agent, lighthouse, false);
      await agent.call('take', { take: begun.data['take'] });
      const { takes } = await bench.expectLedgerEqualsBills();
      expect(takes).toMatchObject([{ state: 'posted', outcome: 'failed-billed', paid: 3_000_000 }]);
    }, anyModel));

  it('whose waited-for prediction fails after it was billed is paid at once', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.replicate.set('fails');
      const failed = await predict(agent, lighthouse, true);
      expect(failed.data).toMatchObject({ status: 'failed-billed', paid: 3 });
    }, anyModel));

  it('whose provider asks for patience gets its credits back, and the same call may go again', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.replicate.set('too-many-requests');
      const throttled = await predict(agent, lighthouse, true);
      expect(throttled.data).toMatchObject({ status: 'failed-unbilled', state: 'released', paid: 0 });
      expect(throttled.text).toContain('429');
      bench.provider.replicate.set(undefined);
      expect((await predict(agent, lighthouse, true)).data).toMatchObject({ status: 'done', paid: 3 });
    }, anyModel));

  it('whose provider never answers leaves the call in doubt at the server’s time, and other calls go on', () =>
    withRealServers(
      async (bench, agent) => {
        bench.provider.replicate.set('silence');
        const lost = await predict(agent, lighthouse, true);
        expect(lost.data).toMatchObject({ status: 'in-doubt', state: 'in_doubt' });
        expect((await predict(agent, lighthouse, true)).data['status']).toBe('refused');
        const other = await agent.call('minimax_text_to_image', { prompt: bakery, greenlight: { shot: 'oven' } });
        expect(other.data).toMatchObject({ status: 'done' });
      },
      { only: ['replicate', 'minimax'] },
    ));

  it('whose job ends after the gateway was killed is settled by the next one, and nothing is asked for twice', () =>
    withRealServers(async (bench, agent) => {
      const begun = await predict(agent, lighthouse, false);
      agent.kill('SIGKILL');
      const next = await bench.start();
      await until(async () => {
        await next.call('take', { take: begun.data['take'] });
        return (await bench.expectLedgerEqualsBills()).takes[0]?.state === 'posted';
      });
      expect(bench.provider.bills).toHaveLength(1);
    }, anyModel));
});

describe('a published server that plays what it made', () => {
  it('is paid where the sound was billed and nothing there can play it', () =>
    withRealServers(async (bench, agent) => {
      const failed = await speak(agent, 'Ahoy there, sailors of the northern sea');
      expect(failed.data).toMatchObject({ status: 'failed-billed', paid: 15 });
      expect(bench.provider.bills).toHaveLength(1);
    }, speaking));

  it('gets its credits back where the provider asked for patience', () =>
    withRealServers(async (bench, agent) => {
      bench.provider.throttleSpeech();
      const throttled = await speak(agent, 'Ahoy there, sailors of the northern sea');
      expect(throttled.data).toMatchObject({ status: 'failed-unbilled', paid: 0 });
      expect(bench.provider.bills).toEqual([]);
    }, speaking));
});

describe('a published server that nobody has described, but whose package a preset knows', () => {
  it('is planned for first, because its price is an estimate, then paid at that and asked for its job', async () => {
    const bench = await RealServers.open({ known: 'presets', ...anyModel });
    try {
      const agent = await bench.start();
      const early = await predict(agent, lighthouse, false);
      expect(early.data).toMatchObject({ status: 'refused', code: 'plan-first/no-brief' });
      await brief(agent);
      const tool = 'replicate_create_models_predictions';
      const planned = {
        shot: 'cover',
        phase: 'explore',
        tool,
        model: 'black-forest-labs/flux-schnell',
        prompt: lighthouse,
      };
      expect((await agent.call('plan', { steps: [planned] })).isError).toBe(false);
      const begun = await predict(agent, lighthouse, false);
      expect(begun.data).toMatchObject({ status: 'running' });
      const done = await agent.call('take', { take: begun.data['take'] });
      expect(done.data).toMatchObject({ state: 'posted', paid: 0.3 });
      expect(bench.provider.bills).toHaveLength(1);
      const known = { tool: 'create_models_predictions', cost: 'paid', source: 'recognised' };
      expect(await bench.greenlight('inspect', '--server', 'replicate')).toMatchObject({
        tools: expect.arrayContaining([expect.objectContaining(known)]) as unknown,
      });
    } finally {
      await bench.close();
    }
  });
});
