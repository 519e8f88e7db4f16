import { readFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { imageTool, onBench, type BenchOptions } from './harness.js';
import type { Answer, GatewayProcess } from './parts/gateway.js';
import { withMedia } from './parts/media-server.js';
import { yes } from './parts/principle.js';

const fox = 'a red fox in fresh snow at dawn, low sun from the left, seen from above, wide shot, watercolour';
const film = 'the fox leaps over a frozen brook, the camera follows it slowly from the left at dawn, watercolour';
const at = (shot: string, phase: string): object => ({ greenlight: { shot, phase } });
const still = { prompt: fox, model: 'qwen-image', width: 256, height: 256, seed: 7, ...at('fox', 'explore') };

/** Wide lanes, for what is not about plans. */
const open: BenchOptions = {
  config: { rules: { 'plan-first': 'off' }, ask: { above: 5000, every: 50_000, personAbove: 5000 } },
};

interface Kept {
  readonly id: string;
  readonly path: string;
}

function keptBy({ data }: Answer): Kept {
  return (data['assets'] as Kept[])[0] as Kept;
}

async function approve(gateway: GatewayProcess, answer: Answer): Promise<void> {
  await gateway.call('feedback', { take: answer.data['take'], verdict: 'approve' });
}

describe('an output given to the next tool', () => {
  it('by its id makes the approved still the keyframe of a film', () =>
    onBench(open, async (bench) => {
      const gateway = await bench.start(yes);
      const first = await gateway.call(imageTool, still);
      await approve(gateway, first);
      const asset = keptBy(first);
      const made = await gateway.call('studio_image_to_video', { prompt: film, image: asset.id, ...at('fox', 'hero') });
      expect(made.text).not.toContain('REFUSED');
      expect(made.data).toMatchObject({ status: 'done' });
      const [take] = (await bench.ledger()).takes.filter(({ kind }) => kind === 'video');
      expect(take?.arguments['image']).toBe(`greenlight://asset/${asset.id}`);
      expect(take?.madeFrom).toEqual([first.data['take']]);
    }));

  it('by its path is what it is by its id: the same call again is a re-run', () =>
    onBench(open, async (bench) => {
      const gateway = await bench.start(yes);
      const first = await gateway.call(imageTool, still);
      await approve(gateway, first);
      const upscale = 'studio_upscale_image';
      const larger = await gateway.call(upscale, { image: keptBy(first).path, ...at('fox', 'finish') });
      expect(larger.text).not.toContain('REFUSED');
      expect(larger.data).toMatchObject({ status: 'done', paid: 1000 });
      const [take] = (await bench.ledger()).takes.filter(({ kind }) => kind === 'upscale');
      expect(take?.arguments['image']).toBe(`greenlight://asset/${keptBy(first).id}`);
      const again = await gateway.call(upscale, { image: first.data['take'], ...at('fox', 'finish') });
      expect(again.isError).toBe(true);
      expect(bench.journal()).toHaveLength(2);
    }));

  it('that is no winner is not upscaled, whatever name it goes by', () =>
    onBench(open, async (bench) => {
      const gateway = await bench.start(yes);
      const first = await gateway.call(imageTool, still);
      const { id, path } = keptBy(first);
      for (const image of [id, path, `greenlight://asset/${id.slice(0, 16)}`, String(first.data['take'])]) {
        const refused = await gateway.call('studio_upscale_image', { image, ...at('fox', 'finish') });
        expect(refused.data['code']).toContain('finish-winner-only/not-approved');
      }
    }));

  it('is handed out ready by the rule that wants it: exactly that call passes', () =>
    onBench(open, async (bench) => {
      const gateway = await bench.start(yes);
      const first = await gateway.call(imageTool, still);
      await approve(gateway, first);
      const held = await gateway.call('studio_image_to_video', { prompt: film, ...at('fox', 'hero') });
      expect(held.data['code']).toContain('stills-first/keyframe-unused');
      const [next] = held.data['instead'] as { tool: string; arguments: JsonObject }[];
      expect(next?.arguments).toMatchObject({ image: `greenlight://asset/${keptBy(first).id.slice(0, 16)}` });
      expect((await gateway.call(next?.tool ?? '', next?.arguments)).data).toMatchObject({ status: 'done' });
    }));

  it('that is not there is refused before anything is spent', () =>
    onBench(open, async (bench) => {
      const gateway = await bench.start(yes);
      for (const image of [`greenlight://asset/${'ab'.repeat(32)}`, 'ab'.repeat(32), 't_00000000', 'greenlight://x']) {
        const refused = await gateway.call('studio_upscale_image', { image, ...at('fox', 'finish') });
        expect(refused.text).toContain('REFUSED bad-arguments');
        expect(refused.text).toContain('image is ');
      }
      expect(bench.journal()).toEqual([]);
    }));

  it('reaches a tool that wants base64 as base64, and one that wants an address as an address', () =>
    onBench(open, async (bench) => {
      const text = { type: 'string' };
      const properties = { image_base64: text, image_url: { ...text, format: 'uri' } };
      const { gateway, calls } = await withMedia(bench, { tools: { restyle: { type: 'object', properties } } });
      const first = await gateway.call(imageTool, still);
      const { id, path } = keptBy(first);
      const bytes = (await readFile(path)).toString('base64');
      await gateway.call('media_restyle', { image_base64: id, ...at('badge', 'explore') });
      await gateway.call('media_restyle', { image_url: `greenlight://asset/${id}`, ...at('card', 'explore') });
      expect(calls().map((call) => call.arguments)).toEqual([
        { image_base64: bytes },
        { image_url: `data:image/png;base64,${bytes}` },
      ]);
      const recorded = (await bench.ledger()).takes.filter(({ server }) => server === 'media');
      expect(recorded.map((take) => Object.values(take.arguments)).flat()).toEqual([
        `greenlight://asset/${id}`,
        `greenlight://asset/${id}`,
      ]);
    }));

  it('is resolved for free tools by its address only; everything else of a free call stays as it is', () =>
    onBench(open, async (bench) => {
      const { gateway, calls } = await withMedia(bench, { tools: { look: { type: 'object' } } });
      const { id, path } = keptBy(await gateway.call(imageTool, still));
      await gateway.call('media_look', { image: `greenlight://asset/${id.slice(0, 16)}`, note: id });
      await gateway.call('media_look', { image: id });
      expect(calls().map((call) => call.arguments)).toEqual([{ image: path, note: id }, { image: id }]);
      const gone = await gateway.call('media_look', { image: `greenlight://asset/${'ab'.repeat(32)}` });
      expect(gone.isError).toBe(true);
      expect(gone.text).toContain('asset of this project');
    }));
});

describe('a kept output', () => {
  it('has a sidecar that follows its take, is shown by `take`, and is listed as a resource', () =>
    onBench(open, async (bench) => {
      const gateway = await bench.start(yes);
      const first = await gateway.call(imageTool, still);
      const { id, path } = keptBy(first);
      // It is written a moment after the answer.
      const expectSidecar = (file: string, wanted: JsonObject) =>
        vi.waitFor(async () => expect(JSON.parse(await readFile(`${file}.json`, 'utf8'))).toMatchObject(wanted));
      await expectSidecar(path, { asset: id, prompt: fox, cost: { paidCredits: 20 }, feedback: null });
      await approve(gateway, first);
      await expectSidecar(path, { feedback: { verdict: 'approve' } });
      const edit = { prompt: 'make it night', image: id, ...at('fox', 'explore') };
      const edited = await gateway.call('studio_edit_image', edit);
      await expectSidecar(keptBy(edited).path, {
        arguments: { image: `greenlight://asset/${id}` },
        madeFrom: { takes: [first.data['take']], assets: [id] },
      });
      const { result } = await gateway.call('take', { take: first.data['take'] });
      const content = result['content'] as { type: string; data?: string; uri?: string }[];
      expect(content.map(({ type }) => type)).toEqual(['text', 'image', 'resource_link']);
      expect(content[1]?.data?.length).toBeLessThanOrEqual(100 * 1024);
      const { resources } = await gateway.client.listResources();
      const uri = `greenlight://asset/${id.slice(0, 16)}`;
      expect(resources.find((resource) => resource.uri === uri)).toMatchObject({ mimeType: 'image/png' });
    }));
});
