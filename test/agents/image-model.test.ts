import { APICallError } from '@ai-sdk/provider';
import { generateImage } from 'ai';
import { MockImageModelV3 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { greenlightImageModel, imageModelProfile, paidDefaults, withoutRetries } from '../../src/agents/image-model.js';
import { createGreenlight, type Greenlight } from '../../src/index.js';

const pixel = 'iVBORw0KGgo=';
const prompt = 'A red fox sitting in fresh snow at dawn';

async function using(body: (greenlight: Greenlight) => Promise<void>, perCall = 60): Promise<void> {
  const greenlight = await createGreenlight({
    quickLane: { perCall, perDay: 1000 },
    tools: { generateImage: imageModelProfile({ models: { 'pixel-1': { credits: 20, tier: 'budget' } } }) },
  });
  try {
    await body(greenlight);
  } finally {
    await greenlight.close(0);
  }
}

/** A model that counts what it was asked for. */
function pixelModel(answer: () => Promise<never> | undefined = () => undefined, maxImagesPerCall?: number) {
  const asked: number[] = [];
  const model = new MockImageModelV3({
    modelId: 'pixel-1',
    maxImagesPerCall: maxImagesPerCall as number,
    doGenerate: async ({ n }) => {
      asked.push(n);
      await answer();
      const response = { timestamp: new Date(0), modelId: 'pixel-1', headers: {} };
      return { images: Array.from({ length: n }, () => pixel), warnings: [], response };
    },
  });
  return { model, asked };
}

describe('a guarded image model', () => {
  it('makes one image of the four that were asked for, and says so', async () => {
    await using(async (greenlight) => {
      const { model, asked } = pixelModel();
      const guarded = greenlightImageModel(greenlight, model);
      const { images, providerMetadata } = await generateImage({ model: guarded, prompt, n: 4 });
      expect(images).toHaveLength(1);
      expect(asked).toEqual([1]);
      const receipt = providerMetadata['greenlight']?.images[0];
      expect(receipt).toMatchObject({ status: 'done', paid: 20, text: expect.stringContaining('one-version') });
    });
  });

  it('makes a planned batch in as many calls as the model needs', async () => {
    await using(async (greenlight) => {
      const { model, asked } = pixelModel(undefined, 2);
      const run = (name: string, args: object) =>
        greenlight
          .tools()
          .find((tool) => tool.name === name)
          ?.run(args);
      const direction = { name: 'plain', idea: 'A fox in snow, seen from the front' };
      const brief = await run('brainstorm', {
        goal: 'A header picture for a page on foxes',
        audience: 'Readers of a nature magazine',
        tone: 'calm',
        constraints: ['no text in the picture'],
        directions: [direction, { name: 'other', idea: 'A fox from behind, walking away' }],
        chosen: 'plain',
        why: 'It shows the face',
      });
      expect(brief?.data['status']).toBe('stored');
      const step = { shot: 'header', phase: 'explore', tool: 'generateImage', model: 'pixel-1', prompt, count: 3 };
      await run('plan', { steps: [step] });
      const hints = { shot: 'header', phase: 'explore' } as const;
      const guarded = greenlightImageModel(greenlight, model, { hints });
      const call = () => generateImage({ model: guarded, prompt, n: 3 });
      await expect(call()).rejects.toThrow('item-not-accepted');
      for (const { id } of await greenlight.questions()) await greenlight.decide(id, 'yes');
      expect((await call()).images).toHaveLength(3);
      expect(asked).toEqual([2, 1]);
    });
  });

  it('throws a refusal that the SDK does not repeat, and asks the model for nothing', async () => {
    await using(async (greenlight) => {
      const { model, asked } = pixelModel();
      const guarded = greenlightImageModel(greenlight, model, { session: 'one' });
      await expect(generateImage({ model: guarded, prompt })).rejects.toMatchObject({
        name: 'RefusedError',
        isRetryable: false,
        message: expect.stringContaining('plan-first'),
      });
      expect(asked).toEqual([]);
    }, 10);
  });

  it('is not called again after a failure, though the SDK would', async () => {
    await using(async (greenlight) => {
      const broken = new APICallError({
        ...{ message: 'bad gateway', url: 'https://pixel.test', requestBodyValues: {} },
        ...{ statusCode: 502, isRetryable: true },
      });
      const { model, asked } = pixelModel(() => Promise.reject(broken));
      const guarded = greenlightImageModel(greenlight, model);
      const outcome = generateImage({ model: guarded, prompt, maxRetries: 5 });
      await expect(outcome).rejects.toMatchObject({
        name: 'PaidCallError',
        cause: broken,
        data: { status: 'in-doubt' },
      });
      expect(asked).toEqual([1]);
    });
  });

  it('answers the same seed from store', async () => {
    await using(async (greenlight) => {
      const { model, asked } = pixelModel();
      const guarded = greenlightImageModel(greenlight, model);
      const first = await generateImage({ model: guarded, prompt, seed: 7 });
      const second = await generateImage({ model: guarded, prompt, seed: 7 });
      expect(second.image.base64).toBe(first.image.base64);
      expect(asked).toEqual([1]);
    });
  });

  it('tells pictures that are worked on apart by their content', async () => {
    await using(async (greenlight) => {
      const { model, asked } = pixelModel();
      const guarded = greenlightImageModel(greenlight, model);
      const edit = (byte: number) => {
        const images = [new Uint8Array([0x89, 0x50, 0x4e, 0x47, byte])];
        return generateImage({ model: guarded, prompt: { text: 'make it night', images }, seed: 7 });
      };
      await edit(1);
      await edit(1);
      expect(asked).toEqual([1]);
      await expect(edit(2)).rejects.toMatchObject({ name: 'RefusedError' });
    });
  });

  it('has settings that switch the retries of the SDK off', () => {
    expect(paidDefaults).toEqual({ maxRetries: 0 });
    expect(withoutRetries({ prompt, maxRetries: 3 })).toEqual({ prompt, maxRetries: 0 });
  });
});
