import type { JsonObject } from '../model/json.js';
import { shortened } from '../model/shortened.js';
import { offerPrompts, type SoughtPrompt } from '../gate/flow/offer-prompts.js';
import type { Bench } from './desk-tool.js';

/** A prompt is shown up to this length; what is offered is to be read, and a long one is looked up by its take. */
const longestShown = 700;

/** Prompts to copy and adapt, as lines and as data; none when nothing like it was made or kept before. */
export async function sayOffers(
  bench: Bench,
  sought: readonly SoughtPrompt[],
): Promise<{ readonly lines: readonly string[]; readonly data: readonly JsonObject[] }> {
  const offers = await offerPrompts(bench.desk, sought, bench.libraries());
  if (offers.length === 0) return { lines: [], data: [] };
  const data = offers.map((offer) => ({ ...offer, prompt: shortened(offer.prompt, longestShown) }));
  const lines = data.map((offer) => bench.texts.say('answers/offers', offer.from, { ...offer }));
  return { lines: [bench.texts.say('answers/offers', 'head'), ...lines], data };
}
