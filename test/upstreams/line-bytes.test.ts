import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { LineBytes } from '../../src/upstreams/line-bytes.js';
import { cutAt } from '../fixtures/cut-bytes.js';

const line = fc
  .tuple(fc.uint8Array({ maxLength: 60 }), fc.array(fc.nat(), { maxLength: 8 }))
  .map(([bytes, cuts]) => ({ whole: Buffer.from(bytes), row: new LineBytes(cutAt(Buffer.from(bytes), cuts)) }));
const place = fc.nat({ max: 70 });

describe('a line in pieces', () => {
  it('has the bytes of the whole at every place, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(line, fc.array(place), ({ whole, row }, places) => {
        expect(row.length).toBe(whole.length);
        for (const at of places) expect(row.at(at)).toBe(whole[at]);
      }),
    );
  });

  it('finds what the whole finds', () => {
    fc.assert(
      fc.property(line, fc.array(fc.tuple(fc.nat({ max: 255 }), place)), ({ whole, row }, asked) => {
        for (const [byte, from] of asked) expect(row.indexOf(byte, from)).toBe(whole.indexOf(byte, from));
        for (const byte of whole) expect(row.indexOf(byte, 0)).toBe(whole.indexOf(byte));
      }),
    );
  });

  it('finds far bytes and marked ones, too', () => {
    const marked = new Uint8Array(256);
    for (const letter of 'qz') marked[letter.charCodeAt(0)] = 1;
    fc.assert(
      fc.property(
        fc.nat({ max: 300 }),
        fc.nat({ max: 300 }),
        fc.array(fc.nat(), { maxLength: 5 }),
        (gap, more, cuts) => {
          const whole = Buffer.from(`${'x'.repeat(gap)}q${'x'.repeat(more)}z`);
          const row = new LineBytes(cutAt(whole, cuts));
          expect(row.indexOf('z'.charCodeAt(0), 0)).toBe(whole.length - 1);
          expect([row.nextOf(marked, 0), row.nextOf(marked, gap), row.nextOf(marked, gap + 1)]).toEqual([
            gap,
            gap,
            whole.length - 1,
          ]);
          expect(row.nextOf(marked, whole.length)).toBe(-1);
        },
      ),
    );
  });

  it('gives parts of the whole, as bytes and as text', () => {
    fc.assert(
      fc.property(line, place, place, ({ whole, row }, from, to) => {
        const wanted = whole.subarray(from, Math.max(from, to));
        expect(Buffer.concat(row.part(from, to))).toEqual(wanted);
        expect(row.text(from, to)).toBe(wanted.toString('latin1'));
      }),
    );
  });
});
