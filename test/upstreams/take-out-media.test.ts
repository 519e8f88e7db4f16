import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/model/json.js';
import { markedUnwritten, unwrittenIn } from '../../src/model/unwritten.js';
import type { Shelf } from '../../src/upstreams/media-shelf.js';
import { takeOutMedia } from '../../src/upstreams/take-out-media.js';

const wave = Buffer.alloc(3000);
wave.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
const base64 = wave.toString('base64');
const audio = { type: 'audio', data: base64, mimeType: 'audio/wav' };

/** A shelf that writes nothing: it notes what it is given, and takes it, leaves it or fails. */
function shelf(answer: 'kept' | 'left' | 'failed' = 'kept', changes: Partial<Shelf> = {}) {
  const asset = { id: 'a1', path: '/out/a1.wav', mimeType: 'audio/wav', bytes: wave.length };
  const given: { mimeType: string; digits: number; same: boolean }[] = [];
  const failures: string[] = [];
  const whole: Shelf = {
    ...{ stored: new Map(), failures, large: 100_000, takesTexts: true, isSecond: false },
    async keep({ bytes, mimeType }, digits) {
      given.push({ mimeType, digits, same: bytes.equals(wave) });
      if (answer === 'kept') return asset;
      if (answer === 'failed') failures.push('ENOSPC');
      return answer === 'failed' ? 'ENOSPC' : undefined;
    },
    nameOf: ({ id }) => `<${id}>`,
    listFor: ({ id }) => [id],
    show: async () => [{ type: 'resource_link', uri: 'file:///out/a1.wav' }],
    safe: () => Promise.resolve(),
    ...changes,
  };
  return { shelf: whole, given };
}

const everywhere: JsonObject = {
  content: [
    { type: 'text', text: `it: data:audio/wav;base64,${base64}!` },
    audio,
    { type: 'resource', resource: { uri: 'x', blob: base64, mimeType: 'audio/wav' } },
  ],
  structuredContent: { deep: [{ file: [...wave] }] },
};

describe('media in an answer', () => {
  it('is found wherever it stands, whole, with how long it is there', async () => {
    const { shelf: all, given } = shelf();
    const link = { type: 'resource_link', uri: 'file:///out/a1.wav' };
    expect(await takeOutMedia(all, everywhere)).toEqual({
      content: [{ type: 'text', text: 'it: <a1>!' }, link, link],
      structuredContent: { deep: [{ file: ['a1'] }] },
    });
    expect(given).toEqual(
      [base64.length + 22, base64.length, base64.length, wave.length * 4].map((digits) => {
        return { mimeType: 'audio/wav', digits, same: true };
      }),
    );
  });

  it('stays where the shelf leaves it', async () => {
    expect(await takeOutMedia(shelf('left').shelf, everywhere)).toEqual(everywhere);
  });

  it('stays marked where it could not be written', async () => {
    const result = await takeOutMedia(shelf('failed').shelf, everywhere);
    const blocks = result['content'] as JsonObject[];
    expect([result, ...blocks].map(unwrittenIn)).toEqual(['ENOSPC', undefined, 'ENOSPC', 'ENOSPC']);
    expect(blocks[1]).toMatchObject(audio);
    expect(result['structuredContent']).toEqual(everywhere['structuredContent']);
  });

  it('is taken the second time only where it was marked, and a block that was shown on purpose stays', async () => {
    const marked = { content: [audio, markedUnwritten(audio, 'ENOSPC')], _meta: { 'greenlight/unwritten': 'ENOSPC' } };
    const { shelf: second, given } = shelf('kept', { isSecond: true });
    const link = { type: 'resource_link', uri: 'file:///out/a1.wav' };
    expect(await takeOutMedia(second, marked)).toEqual({ content: [audio, link] });
    expect(given).toHaveLength(1);
  });

  it('is what a long text is, where texts are taken', async () => {
    const long = { content: [{ type: 'text', text: '<svg>'.repeat(30_000) }] };
    const { shelf: taking, given } = shelf();
    expect((await takeOutMedia(taking, long))['content']).toHaveLength(2);
    expect(given).toMatchObject([{ mimeType: 'image/svg+xml' }]);
    expect(await takeOutMedia(shelf('kept', { takesTexts: false }).shelf, long)).toEqual(long);
  });

  it.each([{}, { content: 'text' }, { content: [null, 1, { type: 'image' }] }])('is none in %j', async (result) => {
    expect(await takeOutMedia(shelf().shelf, result)).toEqual(result);
  });
});
