import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallToolResult, Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CATALOG } from '../../src/studio/catalog.js';
import { FAULTS } from '../../src/studio/faults.js';
import { pngSize, readChunks } from '../../src/studio/png/chunks.js';
import { RawStudio, StudioBundle } from './studio-process.js';

const metaSchema = z.object({
  'studio/billing': z.object({ credits: z.number(), billed: z.boolean(), model: z.string() }),
  'studio/assets': z.array(z.looseObject({ id: z.string(), file: z.string(), mimeType: z.string() })).optional(),
});

const jobSchema = z.object({ job_id: z.string(), status: z.string() });

function billingOf(result: CallToolResult) {
  return metaSchema.parse(result._meta)['studio/billing'];
}

function assetOf(result: CallToolResult): string {
  return metaSchema.parse(result._meta)['studio/assets']?.[0]?.id ?? 'none';
}

/** The state of a job as `job_status` tells it. */
function statusOf(result: CallToolResult): string {
  return z.object({ status: z.string() }).parse(result.structuredContent).status;
}

function textOf(result: CallToolResult): string {
  const [first] = result.content;
  return first?.type === 'text' ? first.text : '';
}

function bytesOf(result: CallToolResult): Buffer {
  const block = result.content[1];
  if (block?.type === 'image' || block?.type === 'audio') return Buffer.from(block.data, 'base64');
  if (block?.type === 'resource' && 'blob' in block.resource) return Buffer.from(block.resource.blob, 'base64');
  throw new Error('the answer has no media');
}

let bundle: StudioBundle;
beforeAll(async () => {
  bundle = await StudioBundle.make();
});
afterAll(() => {
  bundle.remove();
});

describe('the studio over stdio', () => {
  let client: Client;
  let picture = '';
  const call = (name: string, values: Record<string, unknown>): Promise<CallToolResult> =>
    client.callTool({ name, arguments: values });

  beforeAll(async () => {
    client = await bundle.connect('tools.jsonl');
    picture = assetOf(await call('text_to_image', { prompt: 'a lighthouse on the coast', width: 256, height: 256 }));
  });
  afterAll(() => client.close());

  it('introduces itself as a demo renderer', () => {
    expect(client.getServerVersion()?.name).toBe('greenlight-studio');
    expect(client.getInstructions()).toContain('demo renderer');
  });

  it('states the price of every model in the description of its tool and hides the faults', async () => {
    const { tools } = await client.listTools();
    for (const entry of CATALOG) {
      const description = tools.find((tool) => tool.name === entry.tool)?.description;
      expect(description).toContain(`${entry.model} ${entry.credits}`);
    }
    expect(JSON.stringify(tools)).not.toContain('"fault"');
  });

  it('marks paid tools as writing and free ones as reading, and only free ones have an output schema', async () => {
    const { tools } = await client.listTools();
    const free = tools.filter((tool) => tool.annotations?.readOnlyHint === true).map((tool) => tool.name);
    expect(free.sort()).toEqual(['job_status', 'list_models']);
    expect(
      tools
        .filter((tool) => tool.outputSchema !== undefined)
        .map((tool) => tool.name)
        .sort(),
    ).toEqual(free);
  });

  it('publishes the price list for free', async () => {
    const result = await call('list_models', {});
    expect(result.structuredContent).toEqual({ models: CATALOG });
    expect(result._meta).toBeUndefined();
  });

  it('draws the asked number of pictures, bills them and keeps them on file', async () => {
    const values = { prompt: 'a cat', model: 'qwen-image', width: 256, height: 264, count: 3, seed: 5 };
    const result = await call('text_to_image', values);
    expect(billingOf(result)).toEqual({ credits: 60, billed: true, model: 'qwen-image' });
    expect(result.content.map((block) => block.type)).toEqual(['text', 'image', 'image', 'image']);
    expect(pngSize(bytesOf(result))).toEqual({ width: 256, height: 264 });
    const [asset] = metaSchema.parse(result._meta)['studio/assets'] ?? [];
    expect(readFileSync(asset?.file ?? '')).toEqual(bytesOf(result));
    expect(textOf(result)).toContain(asset?.id);
    expect(result.structuredContent).toBeUndefined();
  });

  it('charges double above 1024 × 1024', async () => {
    const result = await call('text_to_image', { prompt: 'x', model: 'sdxl', width: 1032, height: 1024 });
    expect(billingOf(result).credits).toBe(80);
  });

  it.each([
    ['edit_image', { prompt: 'add a red boat', mask: 'right' }, 30, [256, 256]],
    ['reframe_image', { aspect: '16:9' }, 15, [344, 192]],
    ['upscale_image', { factor: 2 }, 1000, [512, 512]],
    ['remove_background', {}, 20, [256, 256]],
  ] as const)('serves %s from the asset id of an earlier picture', async (tool, values, credits, [width, height]) => {
    const result = await call(tool, { image: picture, ...values });
    expect(billingOf(result)).toMatchObject({ credits, billed: true });
    expect(pngSize(bytesOf(result))).toEqual({ width, height });
    expect(assetOf(result)).not.toBe(picture);
  });

  it('animates a picture as an APNG and reports progress on the way', async () => {
    const steps: number[] = [];
    const request = { name: 'image_to_video', arguments: { prompt: 'waves', image: picture, audio: true } };
    const result = await client.callTool(request, { onprogress: ({ progress }) => steps.push(progress) });
    expect(billingOf(result)).toEqual({ credits: 90, billed: true, model: 'wan-2.5-fast' });
    const chunks = readChunks(bytesOf(result)).map((chunk) => chunk.type);
    expect(chunks.filter((type) => type === 'fcTL')).toHaveLength(8);
    expect(pngSize(bytesOf(result))).toEqual({ width: 480, height: 480 });
    expect(steps).toEqual([1, 2, 3, 4, 5]);
  });

  it('hands out a job id at once and delivers the clip through job_status', async () => {
    const accepted = await call('image_to_video', { prompt: 'a boat at sea', mode: 'job', seconds: 8 });
    expect(billingOf(accepted)).toEqual({ credits: 120, billed: true, model: 'wan-2.5-fast' });
    const { job_id: id, status: first } = jobSchema.parse(JSON.parse(textOf(accepted)));
    expect(first).toBe('queued');
    let status = await call('job_status', { job_id: id });
    while (['queued', 'running'].includes(statusOf(status))) status = await call('job_status', { job_id: id });
    expect(status.structuredContent).toMatchObject({ job_id: id, status: 'succeeded', credits: 120, billed: true });
    expect(readChunks(bytesOf(status)).some((chunk) => chunk.type === 'acTL')).toBe(true);
  });

  it('knows no job it did not accept', async () => {
    expect(await call('job_status', { job_id: 'job-x-1' })).toMatchObject({ isError: true });
  });

  it.each([
    ['text_to_speech', { text: 'Hello there.', model: 'speech-hd' }, 40],
    ['text_to_speech', { text: `${'long pause, '.repeat(90)}end`, pace: 2 }, 16],
    ['generate_music', { prompt: 'calm piano', seconds: 5 }, 48],
  ] as const)('%s answers with a WAV for %j', async (tool, values, credits) => {
    const result = await call(tool, values);
    expect(billingOf(result)).toMatchObject({ credits, billed: true });
    expect(result.content[1]).toMatchObject({ type: 'audio', mimeType: 'audio/wav' });
    expect(bytesOf(result).toString('latin1', 0, 4)).toBe('RIFF');
  });

  it('charges nothing for arguments it cannot serve', async () => {
    const before = bundle.charges('tools.jsonl').length;
    const refused = await call('upscale_image', { image: '/does/not/exist.png' });
    expect(refused.isError).toBe(true);
    expect(billingOf(refused)).toEqual({ credits: 0, billed: false, model: 'crystal-upscaler' });
    expect((await call('text_to_image', { prompt: 'x', width: 100 })).isError).toBe(true);
    expect(bundle.charges('tools.jsonl')).toHaveLength(before);
  });

  it('has every charge in the journal, with what was asked', async () => {
    const prompt = 'a tree for the journal';
    const values = { prompt, width: 256, height: 256, seed: 1 };
    await call('text_to_image', values);
    await call('text_to_image', values);
    const [first, second] = bundle.charges('tools.jsonl').filter((charge) => charge.prompt === prompt);
    expect(first).toMatchObject({ tool: 'text_to_image', model: 'flux-2-dev', credits: 50, billed: true });
    expect(second?.argumentsHash).toBe(first?.argumentsHash);
    expect(second?.callIndex).toBe((first?.callIndex ?? 0) + 1);
    expect(first?.argumentsHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the faults', () => {
  const small = { prompt: 'a cup', model: 'qwen-image', width: 256, height: 256 };

  it('are offered on every paid tool with --faults', async () => {
    const client = await bundle.connect('offer.jsonl', ['--faults']);
    const { tools } = await client.listTools();
    const offering = tools.filter((tool) => JSON.stringify(tool.inputSchema).includes(JSON.stringify([...FAULTS])));
    expect(offering.map((tool) => tool.name).sort()).toEqual([...new Set(CATALOG.map((entry) => entry.tool))].sort());
    await client.close();
  });

  it.each([
    ['fail-unbilled', 0, false],
    ['fail-billed', 20, true],
  ] as const)('%s reports a failure and charges %d', async (fault, credits, billed) => {
    const journal = `${fault}.jsonl`;
    const client = await bundle.connect(journal, ['--faults']);
    const result = await client.callTool({ name: 'text_to_image', arguments: { ...small, fault } });
    expect(result.isError).toBe(true);
    expect(billingOf(result)).toEqual({ credits, billed, model: 'qwen-image' });
    expect(bundle.charges(journal)).toHaveLength(billed ? 1 : 0);
    await client.close();
  });

  it('fail-billed in job mode ends the job as failed, and it stays charged', async () => {
    const client = await bundle.connect('job.jsonl', ['--faults']);
    const values = { prompt: 'x', mode: 'job', fault: 'fail-billed' };
    const accepted = await client.callTool({ name: 'image_to_video', arguments: values });
    const { job_id: id } = jobSchema.parse(JSON.parse(textOf(accepted)));
    let status: CallToolResult;
    do {
      status = await client.callTool({ name: 'job_status', arguments: { job_id: id } });
    } while (['queued', 'running'].includes(statusOf(status)));
    expect(status.structuredContent).toMatchObject({ status: 'failed', credits: 60, billed: true });
    expect(bundle.charges('job.jsonl')).toHaveLength(1);
    await client.close();
  });

  it('huge charges and returns more than 10 MB that is still a picture', async () => {
    const client = await bundle.connect('huge.jsonl', ['--faults']);
    const result = await client.callTool({ name: 'text_to_image', arguments: { ...small, fault: 'huge' } });
    expect(bytesOf(result).length).toBeGreaterThan(10 * 1024 * 1024);
    expect(pngSize(bytesOf(result))).toEqual({ width: 64, height: 64 });
    expect(bundle.charges('huge.jsonl')).toHaveLength(1);
    await client.close();
  });

  it('hang charges and never answers, while other calls go on', async () => {
    const studio = new RawStudio(bundle.command('hang.jsonl', ['--faults']));
    studio.call(1, 'text_to_image', { ...small, fault: 'hang' });
    studio.call(2, 'text_to_image', small);
    await studio.answered(2);
    expect(studio.answers(1)).toEqual([]);
    expect(bundle.charges('hang.jsonl')).toHaveLength(2);
    expect(await studio.close()).toBe(0);
    expect(studio.answers(1)).toEqual([]);
  });

  it.each([
    ['crash-before', 0],
    ['crash-after', 1],
  ] as const)('%s ends the process without an answer and with %d charges', async (fault, charges) => {
    const journal = `${fault}.jsonl`;
    const studio = new RawStudio(bundle.command(journal, ['--faults']));
    studio.call(1, 'text_to_image', { ...small, fault });
    expect(await studio.exitCode()).toBe(86);
    expect(studio.answers(1)).toEqual([]);
    expect(bundle.charges(journal)).toHaveLength(charges);
  });

  it('garbage writes a line that is not JSON before a normal answer', async () => {
    const studio = new RawStudio(bundle.command('garbage.jsonl', ['--faults']));
    studio.call(1, 'text_to_image', { ...small, fault: 'garbage' });
    await studio.answered(1);
    expect(studio.lines.filter((line) => !line.startsWith('{'))).toHaveLength(1);
    expect(studio.answers(1)[0]?.result).toMatchObject({ content: [{ type: 'text' }, { type: 'image' }] });
    await studio.close();
  });

  it('hands outputs out by address when it is told where its folder is served', async () => {
    const client = await bundle.connect('address.jsonl', ['--hand-out', 'http://127.0.0.1:9/made/']);
    const result = await client.callTool({ name: 'text_to_image', arguments: small });
    const name = `${assetOf(result)}.png`;
    expect(result.content.slice(1)).toEqual([
      { type: 'resource_link', uri: `http://127.0.0.1:9/made/${name}`, name, mimeType: 'image/png' },
    ]);
    await client.close();
  });

  it('come from a plan one call at a time, also across a restart', async () => {
    const plan = join(bundle.folder, 'plan.json');
    writeFileSync(plan, JSON.stringify([null, 'crash-after', 'fail-unbilled']));
    const args = bundle.command('plan.jsonl', ['--fault-plan', plan]);
    const first = new RawStudio(args);
    first.call(1, 'text_to_image', small);
    await first.answered(1);
    first.call(2, 'text_to_image', small);
    expect(await first.exitCode()).toBe(86);
    const second = new RawStudio(args);
    second.call(1, 'text_to_image', small);
    second.call(2, 'text_to_image', { ...small, seed: 2 });
    await second.answered(1);
    expect(second.answers(1)[0]?.result).toMatchObject({ isError: true });
    await second.answered(2);
    await second.close();
    expect(bundle.charges('plan.jsonl')).toHaveLength(3);
  });
});

describe('the command line', () => {
  it('may begin with the name of the command', async () => {
    const [program = '', ...more] = bundle.command('name.jsonl');
    const studio = new RawStudio([program, 'studio', ...more]);
    studio.call(1, 'list_models', {});
    await studio.answered(1);
    expect(await studio.close()).toBe(0);
  });

  it('ends with code 2 and an empty stdout on a wrong option', async () => {
    const studio = new RawStudio(bundle.command('none.jsonl', ['--latency', 'image=soon']));
    expect(await studio.exitCode()).toBe(2);
    expect(studio.lines).toEqual([]);
  });
});
