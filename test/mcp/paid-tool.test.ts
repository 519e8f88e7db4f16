import { describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/gate/answer.js';
import {
  hasHint,
  hintArgument,
  paidResult,
  publishPaid,
  splitArguments,
  withoutHint,
} from '../../src/mcp/paid-tool.js';
import { takeOf } from '../fixtures/takes.js';

const session = { id: 's_1', project: 'poster', principal: 'me', client: 't', openedAt: 0, seenAt: 0 };
const said = { text: 'RECEIPT', data: { status: 'done' }, isError: false };

function done(result: object): CallAnswer {
  return { kind: 'done', take: takeOf(), result: { ...result }, session, accounts: [] };
}

describe('a paid tool as it is listed', () => {
  const definition = {
    name: 'make',
    description: 'Makes.',
    inputSchema: { type: 'object', properties: { prompt: { type: 'string' } }, required: ['prompt'] },
    outputSchema: { type: 'object' },
    annotations: { title: 'Make' },
  };

  it('gets one optional argument more, loses its output schema and keeps everything else', () => {
    const { inputSchema, ...rest } = publishPaid(definition, 'say why');
    expect(rest).toEqual({ name: 'make', description: 'Makes.', annotations: { title: 'Make' } });
    expect(inputSchema).toMatchObject({
      type: 'object',
      required: ['prompt'],
      properties: {
        prompt: { type: 'string' },
        greenlight: {
          type: 'object',
          description: 'say why',
          properties: { shot: {}, phase: {}, because: {}, session: {} },
        },
      },
    });
  });

  it('of a server that has an argument of that name is left alone', () => {
    const own = { ...definition, inputSchema: { type: 'object', properties: { [hintArgument]: { type: 'string' } } } };
    expect(publishPaid(own, 'x')['inputSchema']).toEqual(own.inputSchema);
  });

  it('may come without a schema', () => {
    expect(publishPaid({ name: 'make' }, 'x')['inputSchema']).toMatchObject({
      type: 'object',
      properties: { greenlight: {} },
    });
  });
});

describe('what is said beside a call', () => {
  it('is taken out of its arguments, which are otherwise untouched', () => {
    const hints = { shot: 'fox', phase: 'explore', because: 'fog', session: 's_1' };
    expect(splitArguments({ arguments: { prompt: 'x', greenlight: hints }, meta: {} })).toEqual({
      arguments: { prompt: 'x' },
      hints,
      problems: [],
    });
  });

  it('may stand in the meta data, and gives way to what stands in the arguments', () => {
    const meta = { greenlight: { shot: 'hare' } };
    expect(splitArguments({ arguments: { prompt: 'x' }, meta }).hints).toEqual({ shot: 'hare' });
    expect(splitArguments({ arguments: { greenlight: { shot: 'fox' } }, meta }).hints).toEqual({ shot: 'fox' });
  });

  it.each([[undefined], ['text'], [[1]]])('may be nothing, with arguments of any kind: %j', (args) => {
    expect(splitArguments({ arguments: args, meta: {} })).toEqual({ arguments: args, hints: {}, problems: [] });
  });

  it.each([
    [{ shot: 'a b' }, 'greenlight.shot'],
    [{ phase: 'polish' }, 'greenlight.phase'],
    [{ because: 7 }, 'greenlight.because'],
    ['fox', 'greenlight'],
  ])('as %j is a problem at %s', (greenlight, path) => {
    const split = splitArguments({ arguments: { prompt: 'x', greenlight }, meta: {} });
    expect(split.problems).toMatchObject([{ path }]);
    expect(split.hints).toEqual({});
  });
});

describe('the result of a paid call', () => {
  const text = (value: string) => ({ type: 'text', text: value });

  it('begins with the receipt and holds the facts in its meta data', () => {
    expect(paidResult(done({ content: [text('made')], _meta: { trace: 1 } }), said)).toEqual({
      content: [text('RECEIPT'), text('made')],
      _meta: { trace: 1, greenlight: { status: 'done' } },
    });
  });

  it('keeps structured content as text where there is no other text, and never both', () => {
    const structuredContent = { url: 'a' };
    const image = { type: 'image', data: '', mimeType: 'image/png' };
    const { content, ...rest } = paidResult(done({ content: [image], structuredContent }), said);
    expect(content).toEqual([text('RECEIPT'), image, text('{"url":"a"}')]);
    expect(rest).not.toHaveProperty('structuredContent');
    expect(paidResult(done({ content: [text('made')], structuredContent }), said)['content']).toHaveLength(2);
  });

  it('is an error exactly when the answer is one', () => {
    expect(paidResult(done({ content: [], isError: true }), said)).not.toHaveProperty('isError');
    expect(paidResult({ kind: 'contended' }, { ...said, isError: true })).toEqual({
      content: [text('RECEIPT')],
      _meta: { greenlight: { status: 'done' } },
      isError: true,
    });
  });
});

describe('a free call of a tool that can cost', () => {
  const hinted = { name: 'x', arguments: { action: 'list', greenlight: {} } };

  it('is known by its hints, which are taken out', () => {
    expect([hasHint(hinted), hasHint({ arguments: { a: 1 } }), hasHint({})]).toEqual([true, false, false]);
    expect(withoutHint({}, hinted)).toEqual({ arguments: { action: 'list' } });
    expect(withoutHint({}, { arguments: { a: 1 } })).toEqual({});
  });

  it('keeps an argument of its own by that name', () => {
    const own = { inputSchema: { properties: { [hintArgument]: {} } } };
    expect(withoutHint(own, hinted)).toEqual({});
  });
});
