import type { ServerContext } from '@modelcontextprotocol/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { QuestionState } from '../../src/mcp/question-state.js';

let now: number;
let questions: QuestionState;

beforeEach(() => {
  now = Date.now();
  questions = new QuestionState(() => now);
});

/** A repeated call as the library presents it. */
function repeated(requestState: unknown, inputResponses?: object): ServerContext {
  return { mcpReq: { requestState: () => requestState, inputResponses } } as unknown as ServerContext;
}

const yes = { action: 'accept', content: { ok: true } };

describe('the memory of questions', () => {
  it('knows no answers to a first call, whatever responses it brings', async () => {
    expect(await questions.answers(repeated(undefined, { hero: yes }), 'draw', {})).toEqual(new Map());
  });

  it('finds the answer to the question that was asked, with the time it took', async () => {
    const state = await questions.mint('draw', { a: 1 }, 'hero', new Map());
    now += 4000;
    const answers = await questions.answers(repeated(state, { hero: yes, other: yes }), 'draw', { a: 1 });
    expect([...answers]).toEqual([['hero', { response: yes, afterMs: 4000 }]]);
  });

  it('keeps earlier answers through later questions', async () => {
    const first = await questions.mint('draw', {}, 'one', new Map());
    const afterFirst = await questions.answers(repeated(first, { one: yes }), 'draw', {});
    const second = await questions.mint('draw', {}, 'two', afterFirst);
    const answers = await questions.answers(repeated(second, { two: yes }), 'draw', {});
    expect([...answers.keys()]).toEqual(['one', 'two']);
  });

  it('believes a state once only, so that one yes is one yes', async () => {
    const state = await questions.mint('draw', {}, 'hero', new Map());
    expect((await questions.answers(repeated(state, { hero: yes }), 'draw', {})).size).toBe(1);
    expect((await questions.answers(repeated(state, { hero: yes }), 'draw', {})).size).toBe(0);
  });

  it('does not believe a state made for another tool or other arguments', async () => {
    for (const [name, args] of [
      ['sing', {}],
      ['draw', { n: 2 }],
    ] as const) {
      const state = await questions.mint('draw', {}, 'hero', new Map());
      expect((await questions.answers(repeated(state, { hero: yes }), name, args)).size).toBe(0);
    }
  });

  it('does not believe a state that was changed, made up, or made by another process', async () => {
    const state = await questions.mint('draw', {}, 'hero', new Map());
    const foreign = await new QuestionState(() => now).mint('draw', {}, 'hero', new Map());
    for (const text of [`${state}x`, state.replace(/.$/, ''), 'made-up', '', foreign, 7]) {
      expect((await questions.answers(repeated(text, { hero: yes }), 'draw', {})).size).toBe(0);
    }
  });
});
