import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPriceText } from '../../../src/upstreams/stated/read-price-text.js';

/** The prices of a text in short: `2-4 credits/output`, `USD 0.04/second`, `≤10 credits/call`, with block and model. */
function read(text: string): string[] {
  return readPriceText(text).map(({ least, most, isBound, currency, unit, times, perStarted, outputsPerCall }) => {
    const low = least === undefined ? (isBound ? '≤' : '') : `${String(least)}-`;
    const by = perStarted === undefined ? '' : ` by ${String(perStarted)}`;
    const many = outputsPerCall === undefined ? '' : ` for ${String(outputsPerCall)}`;
    return `${low}${String(Number((most * times).toFixed(9)))} ${currency}/${unit}${by}${many}`;
  });
}

describe('a price in a text', () => {
  it.each([
    ['Costs 5 credits per image', '5 credits/output'],
    ['Generate an image. Price: $0.04 per image.', '0.04 USD/output'],
    ['Generates video at 1 credit/second', '1 credits/second'],
    ['Speech, 0.3 USD per 1,000 characters', '0.3 USD/1k-characters'],
    ['Speech at $0.30 per 1k characters', '0.3 USD/1k-characters'],
    ['Speech: $15 per million characters', '0.015 USD/1k-characters'],
    ['Costs 0.002 credits per character', '2 credits/1k-characters'],
    ['Upscales for $0.01 per megapixel', '0.01 USD/megapixel'],
    ['Upscales, 2 credits/MP', '2 credits/megapixel'],
    ['A film costs 10 credits per 5 seconds', '10 credits/second by 5'],
    ['It costs 10 credits for a 5-second video', '10 credits/second by 5'],
    ['Music at 6 credits per minute', '0.1 credits/second'],
    ['Costs 20 credits per 4 images', '20 credits/output for 4'],
    ['**Cost:** 8 credits', '8 credits/output'],
    ['Draws a picture (3 credits)', '3 credits/output'],
    ['Uses two credits each', '2 credits/output'],
    ['Costs a credit per request', '1 credits/call'],
    ['Price per image: $0.039', '0.039 USD/output'],
    ['Each image costs 4 cents', '0.04 USD/output'],
    ['4¢ an image', '0.04 USD/output'],
    ['Charged at €0.05/image', '0.05 EUR/output'],
    ['USD 1,250.50 per video', '1250.5 USD/output'],
    ['Consumes 5 credits. Returns a URL.', '5 credits/output'],
    ['Makes up to 4, costs 5 credits', '5 credits/output'],
  ])('is read: %s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it.each([
    ['Costs 2-4 credits', ['2-4 credits/output']],
    ['Costs between 2 and 4 credits per image', ['2-4 credits/output']],
    ['Costs $0.02 to $0.08 per image', ['0.02-0.08 USD/output']],
    ['Uses up to 10 credits', ['≤10 credits/output']],
    ['Costs at most $1 per video', ['≤1 USD/output']],
    ['Flux costs 5 credits per image, SDXL 2 credits per image', ['5 credits/output', '2 credits/output']],
    ['Standard: 2 credits per second. HD: 4 credits.', ['2 credits/second', '4 credits/second']],
    ['Costs 5 credits ($0.05) per image', ['5 credits/output', '0.05 USD/output']],
    ['5 credits for 5 seconds, 9 credits for 10 seconds', ['5 credits/second by 5', '9 credits/second by 10']],
    ['Drafts cost 0 credits, finals cost 6 credits', ['6 credits/output']],
  ])('is a range, a bound or several: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['an account', 'You have 100 credits left. Makes an image.'],
    ['a gift', 'New users get 50 free credits'],
    ['what is bought', 'Sign up and get $5 in credits'],
    ['a minimum of the balance', 'Requires at least 10 credits in your account'],
    ['a subscription', 'Part of the $10 per month subscription'],
    ['a plan', 'Comes with 1000 credits per month'],
    ['a credit card', 'Needs a credit card. Makes 4 images of 1024x1024.'],
    ['a picture of money', 'A prompt such as: a man holding $100 in his hand'],
    ['a size', 'Makes a 1024x1024 image in 5 seconds, up to 4 images'],
    ['nothing', 'This tool is free'],
    ['zero', 'Costs 0 credits per image'],
    ['zero in money', 'Costs $0.00 per image'],
    ['a discount', 'Save $2 per image'],
    ['no money', 'Each call takes 30 seconds'],
  ])('is not %s: %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it.each([
    ['a list whose last price alone has its unit', 'Price: qwen 20 · sdxl 40 · flux-2-pro 120 credits per image'],
    ['the same with commas', 'Costs: draft 2, standard 5, pro 12 credits'],
    ['a surcharge', 'Costs 5 credits per image. HD costs 3 additional credits.'],
    ['a factor', 'Costs 5 credits per image; HD doubles the price'],
    ['a factor in signs', 'Costs 5 credits per image, 2x for HD credits'],
    ['a share', 'Costs 5 credits per image, price +20% for HD'],
    ['two units', 'Costs 1 credit per call and 2 credits per second'],
    ['a floor', 'Images from $0.04 per image'],
    ['a minimum', 'Costs 1 credit per second, minimum 20 credits'],
    ['an open end', 'Costs 5+ credits per image'],
    ['tokens', 'Costs $0.04 per image and $2 per 1M tokens'],
    ['what nobody can count', 'Costs 2 credits per step'],
    ['what is different each time', 'Costs 5 credits per image. The price varies by model.'],
    ['a decimal comma', 'Costs 0,04 € per image'],
    ['thousands in letters', 'Costs 5 credits per image. A film costs 2k credits.'],
    ['a gift beside it', 'The first 10 are free, then it costs 5 credits per image'],
    ['a range that runs down', 'Costs 9-4 credits per image'],
    ['more text than is read', `Costs 5 credits per image.${' word'.repeat(5000)}`],
  ])('is none with %s: %s', (_, text) => {
    expect(read(text)).toEqual([]);
  });

  it('comes with the sentence that says so', () => {
    expect(readPriceText('Draws. Costs 5 credits per image! Enjoy.')[0]?.words).toBe('costs 5 credits per image');
  });

  it('is always above zero, whatever is said', () => {
    const word = fc.constantFrom(
      ...[
        'costs',
        '0',
        '5',
        '$',
        '0.04',
        '-',
        'credits',
        'per',
        '/',
        'image',
        'second',
        '1,000',
        'characters',
        'free',
        '.',
      ],
      ...['up to', 'from', '\n', '(', ')', 'usd', 'each', '€', 'ten', 'for', 'a', '.5', '+', '¢'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 24 }), (words) => {
        for (const { most, least = most, times } of readPriceText(words.join(' '))) {
          expect(most * times).toBeGreaterThan(0);
          expect(least).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
