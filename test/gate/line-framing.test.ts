import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { LineFramer } from '../../src/gate/line-framing.js';
import { cutAt } from '../fixtures/cut-bytes.js';

function frame(chunks: readonly Buffer[], limit: number): { lines: string[]; tooLong: number } {
  const lines: string[] = [];
  let tooLong = 0;
  const framer = new LineFramer<Buffer>(
    {
      line: (bytes) => lines.push(bytes.toString()),
      join: (pieces, length) => Buffer.concat(pieces, length),
      tooLong: () => tooLong++,
    },
    limit,
  );
  for (const chunk of chunks) framer.push(chunk);
  return { lines, tooLong };
}

const cut = (text: string, places: readonly number[]): Buffer[] => cutAt(Buffer.from(text), places);

const text = fc.string({ unit: 'grapheme' }).map((line) => line.replaceAll('\n', ''));

describe('line framing', () => {
  it('gives the same lines however the stream is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(fc.nat()), (texts, cuts) => {
        const { lines, tooLong } = frame(cut(texts.map((line) => `${line}\n`).join(''), cuts), 10_000);
        expect(lines).toEqual(texts.filter((line) => line !== ''));
        expect(tooLong).toBe(0);
      }),
    );
  });

  it('offers each line in its pieces first, and joins those that were not taken', () => {
    fc.assert(
      fc.property(fc.array(text), fc.array(fc.nat()), (texts, cuts) => {
        const taken: string[] = [];
        const joined: string[] = [];
        const framer = new LineFramer<Buffer>(
          {
            pieces: (pieces, length) => {
              const line = Buffer.concat(pieces);
              expect(line).toHaveLength(length);
              const isTaken = length % 2 === 0;
              if (isTaken) taken.push(line.toString());
              return isTaken;
            },
            line: (bytes) => joined.push(bytes.toString()),
            join: (pieces, length) => Buffer.concat(pieces, length),
            tooLong: () => undefined,
          },
          10_000,
        );
        for (const chunk of cut(texts.map((line) => `${line}\n`).join(''), cuts)) framer.push(chunk);
        const lines = texts.filter((line) => line !== '');
        const isEven = (line: string): boolean => Buffer.byteLength(line) % 2 === 0;
        expect(taken).toEqual(lines.filter(isEven));
        expect(joined).toEqual(lines.filter((line) => !isEven(line)));
      }),
    );
  });

  it('keeps an unfinished line back', () => {
    expect(frame([Buffer.from('one\ntw'), Buffer.from('o')], 100).lines).toEqual(['one']);
  });

  it('drops exactly the lines beyond the limit, tells each once, and goes on', () => {
    const texts = fc.array(fc.integer({ min: 1, max: 30 }).map((length) => 'x'.repeat(length)));
    fc.assert(
      fc.property(texts, fc.array(fc.nat()), (lines, cuts) => {
        const framed = frame(cut(lines.map((line) => `${line}\n`).join(''), cuts), 15);
        expect(framed.lines).toEqual(lines.filter((line) => line.length <= 15));
        expect(framed.tooLong).toBe(lines.filter((line) => line.length > 15).length);
      }),
    );
  });

  it('shows both ends of a line that was dropped, however the stream is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 8 }), fc.integer({ min: 20, max: 2000 }), (cuts, length) => {
        const line = `HEAD${'x'.repeat(length)}TAIL`;
        const seen: string[] = [];
        const framer = new LineFramer<Buffer>(
          {
            line: (bytes) => seen.push(bytes.toString()),
            join: (pieces, all) => Buffer.concat(pieces, all),
            tooLong: () => undefined,
            skipped: (head, tail) => seen.push(`${head.toString().slice(0, 1)} ${tail.toString().slice(-4)}`),
          },
          15,
        );
        for (const chunk of cut(`one\n${line}\ntwo\n`, cuts)) framer.push(chunk);
        expect(seen).toEqual(['one', 'H TAIL', 'two']);
      }),
    );
  });
});
