import { readFileSync } from 'node:fs';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../src/dashboard/trouble.js';
import { openTexts } from '../../src/feedback/texts.js';

const texts = openTexts();

async function refused(problem: string, facts: Record<string, unknown> = {}) {
  const app = new Hono().get('/', (context) => refuse(context, texts, { problem, facts }));
  const answer = await app.request('/');
  return { status: answer.status, ...((await answer.json()) as { code: string; message: string; next: string }) };
}

describe('refuse', () => {
  it.each([
    ['bad-request', 400],
    ['closed', 401],
    ['foreign-request', 403],
    ['no-such-take', 404],
    ['not-pending', 409],
    ['too-large', 413],
    ['locked', 429],
  ])('answers %s with %d', async (problem, status) => {
    expect(await refused(problem)).toMatchObject({ status, code: problem });
  });

  it('says of every problem what is wrong and what to do', async () => {
    const sections = readFileSync('prompts/dashboard/trouble.md', 'utf8').matchAll(/^## (.+)$/gm);
    for (const [, problem = ''] of sections) {
      const { message, next } = await refused(problem);
      expect([problem, message === '' || message === problem, next === '']).toEqual([problem, false, false]);
    }
  });
});
