import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readBody } from '../../src/dashboard/read-body.js';

const schema = z.strictObject({ note: z.string().max(5) });
const app = new Hono().post('/', async (context) => context.json(await readBody(context, schema)));

async function read(body: string): Promise<unknown> {
  return (await app.request('/', { method: 'POST', body })).json();
}

describe('readBody', () => {
  it('gives what fits the schema', async () => {
    expect(await read('{"note":"fine"}')).toEqual({ body: { note: 'fine' } });
  });

  it.each(['', 'note=fine', '{"note":', '[]', 'null', '{"note":"far too long"}', '{"note":"a","also":1}'])(
    'says what is wrong with %j',
    async (body) => {
      const found = (await read(body)) as { problem: string; facts: { problems: string[] } };
      expect(found.problem).toBe('bad-request');
      expect(found.facts.problems.length).toBeGreaterThan(0);
    },
  );
});
