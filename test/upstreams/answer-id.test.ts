import fc from '../setup/properties.js';
import { describe, expect, it } from 'vitest';
import { findAnswerId } from '../../src/upstreams/answer-id.js';
import { LineBytes } from '../../src/upstreams/line-bytes.js';
import { cutAt } from '../fixtures/cut-bytes.js';

const find = (line: string) => findAnswerId(new LineBytes([Buffer.from(line)]));

/** The line with another id put where the first one was found. */
function replaceId(line: Buffer, found: { idStart: number; idEnd: number }, id: string): string {
  return Buffer.concat([line.subarray(0, found.idStart), Buffer.from(id), line.subarray(found.idEnd)]).toString();
}

const members = (id: fc.Arbitrary<unknown>): fc.Arbitrary<[string, unknown][]> =>
  fc.tuple(id, fc.jsonValue(), fc.constantFrom('result', 'error')).chain(([value, body, kind]) =>
    fc.shuffledSubarray<[string, unknown]>(
      [
        ['jsonrpc', '2.0'],
        ['id', value],
        [kind, body],
      ],
      { minLength: 3 },
    ),
  );
const space = fc.constantFrom('', ' ', '\t', '\r', '  \t');
const answerText = fc
  .tuple(members(fc.nat({ max: 2 ** 40 })), fc.array(space, { minLength: 14, maxLength: 14 }))
  .map(([list, gaps]) => {
    const gap = (at: number): string => gaps[at] ?? '';
    const inner = list.map(
      ([key, value], at) =>
        `${gap(at)}${JSON.stringify(key)}${gap(at + 3)}:${gap(at + 6)}${JSON.stringify(value)}${gap(at + 9)}`,
    );
    return `${gap(12)}{${inner.join(',')}}${gap(13)}`;
  });

describe('the id of a raw answer', () => {
  it('is found in every answer, whatever the order, the spaces and the content, and can be replaced in place', () => {
    fc.assert(
      fc.property(answerText, (text) => {
        const line = Buffer.from(text);
        const found = find(text);
        const message = JSON.parse(text) as { id: number };
        expect(found?.id).toBe(message.id);
        const replaced: unknown = JSON.parse(replaceId(line, found!, '"other \\" id"'));
        expect(replaced).toEqual({ ...message, id: 'other " id' });
      }),
      { numRuns: 500 },
    );
  });

  it('agrees with a parser on every line that is JSON, also after arbitrary damage', () => {
    const damage = fc.tuple(
      fc.nat(),
      fc.nat({ max: 6 }),
      fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '"id":3,', ',"id":4', '1'),
    );
    fc.assert(
      fc.property(answerText, fc.array(damage, { minLength: 1, maxLength: 3 }), (text, damages) => {
        let line = text;
        for (const [at, cut, put] of damages) {
          line = line.slice(0, at % line.length) + put + line.slice((at % line.length) + cut);
        }
        const found = find(line);
        let message: unknown;
        try {
          message = JSON.parse(line);
        } catch {
          return;
        }
        if (found === undefined) return;
        expect(message).toMatchObject({ jsonrpc: '2.0', id: found.id });
        expect(Object.keys(message as object)).toHaveLength(3);
        expect(JSON.parse(replaceId(Buffer.from(line), found, '0'))).toEqual({ ...(message as object), id: 0 });
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same however the line is cut into pieces, damaged or not', () => {
    const damage = fc.tuple(fc.nat(), fc.constantFrom('', '"', '\\', '{', ']', ',"id":4'));
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(answerText, damage, cuts, (text, [at, put], places) => {
        const place = at % (text.length + 1);
        const line = text.slice(0, place) + put + text.slice(place);
        expect(findAnswerId(new LineBytes(cutAt(Buffer.from(line), places)))).toEqual(find(line));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['a request', '{"jsonrpc":"2.0","id":1,"method":"ping"}'],
    ['a request that has a result too', '{"jsonrpc":"2.0","id":1,"method":"ping","result":{}}'],
    ['a notification', '{"jsonrpc":"2.0","method":"x"}'],
    ['an id given twice', '{"jsonrpc":"2.0","id":1,"result":{},"id":2}'],
    ['an id under an escaped key', '{"jsonrpc":"2.0","\\u0069d":1,"result":{}}'],
    ['an escaped second id', '{"jsonrpc":"2.0","id":1,"result":{},"\\u0069d":2}'],
    ['a result and an error', '{"jsonrpc":"2.0","id":1,"result":{},"error":{}}'],
    ['neither result nor error', '{"jsonrpc":"2.0","id":1}'],
    ['an id that is text', '{"jsonrpc":"2.0","id":"1","result":{}}'],
    ['an id that is no whole number', '{"jsonrpc":"2.0","id":1.5,"result":{}}'],
    ['a negative id', '{"jsonrpc":"2.0","id":-1,"result":{}}'],
    ['no id', '{"jsonrpc":"2.0","id":null,"result":{}}'],
    ['an id too long to be exact', '{"jsonrpc":"2.0","id":12345678901234567890,"result":{}}'],
    ['another protocol', '{"jsonrpc":"1.0","id":1,"result":{}}'],
    ['something after the end', '{"jsonrpc":"2.0","id":1,"result":{}} {}'],
    ['a list', '[{"jsonrpc":"2.0","id":1,"result":{}}]'],
    ['a line that breaks off', '{"jsonrpc":"2.0","id":1,"result":{"a":"'],
    ['nothing', ''],
  ])('is not guessed for %s', (_what, line) => {
    expect(find(line)).toBeUndefined();
  });

  it('is not mistaken for an id inside the result', () => {
    expect(find('{"result":{"id":5,"s":"\\",\\"id\\":6}"},"jsonrpc":"2.0","id":7}')?.id).toBe(7);
  });
});
