import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/gate/answer.js';
import type { JsonObject } from '../../src/model/json.js';
import { leanAnswer, longestAnswer, shortReason } from '../../src/upstreams/lean-answer.js';
import { takeOf } from '../fixtures/takes.js';

const session = { id: 's_1', project: 'poster', principal: 'me', client: 'test', openedAt: 1, seenAt: 1 };
const cut = (characters: number): string => `[${String(characters)} more]`;
const lean = (result: JsonObject, kind: 'done' | 'failed' = 'done', isFetched = true): JsonObject => {
  const common = { take: takeOf(), session, result };
  const answer: CallAnswer =
    kind === 'done' ? { ...common, kind, accounts: [] } : { ...common, kind, why: 'failed-billed' };
  const { result: made = {} } = leanAnswer(answer, { cut, isFetched }) as { result?: JsonObject };
  return made;
};
const text = (words: string): JsonObject => ({ type: 'text', text: words });

describe('an answer as an agent gets it', () => {
  it('is as it was where it is short', () => {
    const result = {
      content: [text('made'), { type: 'image', data: 'AAAA' }],
      structuredContent: { a: 1 },
      _meta: { b: 2 },
    };
    expect(lean(result)).toEqual(result);
    expect(lean({ other: 1 })).toEqual({ other: 1 });
  });

  it('holds only so much text in all its blocks together, and says what was left out', () => {
    const half = 'x'.repeat(longestAnswer / 2);
    const resource = { type: 'resource', resource: { uri: 'x://1', text: `${half}yy` } };
    const { content } = lean({ content: [text(half), resource, text('zzz')] });
    expect(content).toEqual([
      text(half),
      { type: 'resource', resource: { uri: 'x://1', text: `${half}[2 more]` } },
      text('[3 more]'),
    ]);
  });

  it('holds little of a long error', () => {
    const { content } = lean({ content: [text('e'.repeat(5000))], isError: true }, 'failed');
    expect(content).toEqual([text(`${'e'.repeat(4000)}[1000 more]`)]);
  });

  it('shows long structured content as a text that is cut, where there is no other text', () => {
    const list = Array.from({ length: 40_000 }, (_, at) => at * 1000);
    const alone = lean({ content: [], structuredContent: { list } });
    expect(alone).not.toHaveProperty('structuredContent');
    expect((alone['content'] as { text: string }[])[0]?.text).toMatch(/^\{"list":\[0,1000,.*\[\d+ more\]$/);
    expect(lean({ content: [text('made')], structuredContent: { list } })).toEqual({ content: [text('made')] });
  });

  it('holds of `_meta` the entries that fit', () => {
    const meta = { small: 1, large: 'x'.repeat(30_000), billing: { credits: 5 } };
    expect(lean({ _meta: meta })).toEqual({ _meta: { small: 1, billing: { credits: 5 } } });
  });

  it('names outputs that are still to be fetched without what signs their addresses; other addresses stay', () => {
    const url = 'https://cdn.example/fox.png?token=secret';
    const status = 'https://api.example/jobs/1?token=needed';
    const result = {
      content: [text(JSON.stringify({ image: url, status_url: status }))],
      structuredContent: { image: url },
    };
    expect(lean(result)).toEqual({
      content: [text(JSON.stringify({ image: 'https://cdn.example/fox.png?…', status_url: status }))],
      structuredContent: { image: 'https://cdn.example/fox.png?…' },
    });
    expect(lean(result, 'done', false)).toEqual(result);
  });

  it('is nothing else where there is no result', () => {
    const answer = { kind: 'running', take: takeOf(), session } as const;
    expect(leanAnswer(answer, { cut, isFetched: true })).toBe(answer);
  });
});

it('the reason of a failure is short and holds no content that was thrown back', () => {
  expect(shortReason('no such model')).toBe('no such model');
  expect(shortReason(`bad image ${'iVBOR'.repeat(1000)} given`)).toBe('bad image … given');
  expect(shortReason('why '.repeat(10_000))).toHaveLength(2000);
  expect(shortReason(`${'why '.repeat(499)}abc😀`)).toBe(`${'why '.repeat(499)}abc`);
});
