import { describe, expect, it } from 'vitest';
import { readRequest, tierOf } from '../../../src/gate/lens.js';
import { quoteOf } from '../../../src/ledger/quote-of.js';
import { profileSchema, type Profile } from '../../../src/model/profile.js';
import { CATALOG, entryOf, modelsOf } from '../../../src/studio/catalog.js';
import { clipPrice, imagePrice, speechPrice } from '../../../src/studio/pricing.js';
import { studioPreset } from '../../../src/upstreams/presets/studio.js';

function profileOf(tool: string): Profile {
  const profile = studioPreset.paid[tool];
  if (profile === undefined) throw new Error(`the preset has no tool ${tool}`);
  return profileSchema.parse(profile);
}

/** The exact price of a call in credits; a sentence where it is not exact. */
function quoted(tool: string, args: object): number | string {
  const profile = profileOf(tool);
  const request = readRequest({ server: 'studio', name: tool, exposed: tool, profile, schema: {} }, args);
  if (!('server' in request)) return `bad: ${JSON.stringify(request)}`;
  const quote = quoteOf(profile, request);
  return quote.status === 'exact' ? quote.upper / 1_000_000 : `${quote.status} ${tool} ${JSON.stringify(args)}`;
}

const sides = [256, 512, 1024, 1032, 2048];
const modelNames = (tool: string): string[] => modelsOf(tool).map(({ model }) => model);

describe('the preset of the demo studio', () => {
  it('quotes pictures as the studio charges them, for every model, size and count', () => {
    for (const model of modelNames('text_to_image')) {
      for (const width of sides) {
        for (const height of sides) {
          for (const count of [1, 4, 8]) {
            const charged = imagePrice(entryOf('text_to_image', model), width, height, count);
            expect(quoted('text_to_image', { prompt: 'x', model, width, height, count })).toBe(charged);
          }
        }
      }
    }
  });

  it('quotes clips as the studio charges them, for every model and length, with sound and without', () => {
    for (const model of modelNames('image_to_video')) {
      for (const seconds of [2, 4, 4.99, 5, 5.01, 7.5, 10]) {
        for (const audio of [true, false]) {
          const charged = clipPrice(entryOf('image_to_video', model), seconds, audio);
          expect(quoted('image_to_video', { prompt: 'x', model, seconds, audio })).toBe(charged);
        }
      }
    }
  });

  it('quotes speech as the studio charges it, for every model and around every started block', () => {
    for (const model of modelNames('text_to_speech')) {
      for (const length of [1, 999, 1000, 1001, 2000, 2001, 10_000]) {
        const charged = speechPrice(entryOf('text_to_speech', model), length);
        expect(quoted('text_to_speech', { text: 'x'.repeat(length), model })).toBe(charged);
      }
    }
  });

  it.each(['edit_image', 'reframe_image', 'upscale_image', 'remove_background', 'generate_music'])(
    'quotes %s at its one price',
    (tool) => {
      const [entry] = modelsOf(tool);
      expect(modelsOf(tool)).toHaveLength(1);
      expect(quoted(tool, { image: 'a.png', prompt: 'x', model: entry?.model })).toBe(entry?.credits);
    },
  );

  it('takes a picture of unknown size for a large one', () => {
    expect(quoted('text_to_image', { prompt: 'x', model: 'sdxl' })).toMatch(/^range/);
  });

  it('knows every paid tool of the studio, and the tier of every model', () => {
    expect(Object.keys(studioPreset.paid).sort()).toEqual([...new Set(CATALOG.map(({ tool }) => tool))].sort());
    for (const { tool, model, tier } of CATALOG) {
      expect([tool, model, tierOf(profileOf(tool), model)]).toEqual([tool, model, tier]);
    }
  });

  it('reads what a call cost, and whether it was billed, from every paid answer', () => {
    for (const tool of Object.keys(studioPreset.paid)) {
      expect(profileOf(tool).outcome).toMatchObject({
        credits: '_meta.studio/billing.credits',
        billed: '_meta.studio/billing.billed',
      });
    }
  });
});
