import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { InputRequired } from '../../src/gate/call-port.js';
import type { ToolContext } from '../../src/gate/call-port.js';
import { ownSchemas } from '../../src/mcp/own-schemas.js';
import { callOwnTool, listOwnTool, schemasOf } from '../../src/mcp/own-tools.js';
import { ownTools } from '../../src/mcp/tools/index.js';
import { ownTool } from '../../src/mcp/tools/tool.js';

const log = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const context: ToolContext = {
  meta: {},
  client: {
    name: 't',
    version: '1',
    era: '2025',
    capabilities: {},
    elicit: () => Promise.reject(new Error('not asked')),
  },
  progress: () => undefined,
  signal: new AbortController().signal,
};

function tool(run: (args: { readonly shot: string; readonly count: number }) => Promise<unknown>) {
  return ownTool({
    name: 'take',
    title: 'Take',
    description: 'Takes.',
    input: z.object({ shot: z.string(), count: z.number().int().default(1) }).strict(),
    output: z.object({ id: z.string() }),
    annotations: { readOnlyHint: false },
    run: async (args) => {
      await run(args);
      return { text: `took ${args.shot}`, structured: { id: args.shot, count: args.count } };
    },
  });
}

describe('an own tool', () => {
  it('is listed with the schemas of what goes in and what comes out', () => {
    expect(listOwnTool(tool(async () => undefined))).toMatchObject({
      name: 'take',
      title: 'Take',
      inputSchema: { type: 'object', required: ['shot'], additionalProperties: false },
      outputSchema: { type: 'object', required: ['id'] },
      annotations: { title: 'Take', readOnlyHint: false },
    });
  });

  it.each(ownTools.map((own) => [own.name, own] as const))('"%s" is listed as what checks it says', (name, own) => {
    expect(ownSchemas[name]).toEqual(schemasOf(own));
  });

  it('gets its arguments checked and with defaults, and says the same facts twice', async () => {
    const run = vi.fn(async () => undefined);
    const result = await callOwnTool(tool(run), { shot: 'a' }, context, log);
    expect(run).toHaveBeenCalledWith({ shot: 'a', count: 1 });
    expect(result).toEqual({ content: [{ type: 'text', text: 'took a' }], structuredContent: { id: 'a', count: 1 } });
  });

  it.each([
    [undefined, 'shot'],
    [{ shot: 1 }, 'shot'],
    [{ shot: 'a', count: 1.5 }, 'count'],
    [{ shot: 'a', colour: 'red' }, 'colour'],
    ['text', 'arguments'],
  ])('answers the arguments %j with what is wrong with "%s", and does not run', async (args, field) => {
    const run = vi.fn(async () => undefined);
    const result = await callOwnTool(tool(run), args, context, log);
    expect(run).not.toHaveBeenCalled();
    expect(result).toMatchObject({ isError: true, structuredContent: { code: 'E_ARGUMENTS' } });
    expect(JSON.stringify(result['content'])).toContain(field);
    expect(JSON.stringify(result['structuredContent'])).toContain(field);
  });

  it('that breaks is a result with its reason, and is logged', async () => {
    const result = await callOwnTool(
      tool(() => Promise.reject(new Error('the store is down'))),
      { shot: 'a' },
      context,
      log,
    );
    expect(result).toMatchObject({
      isError: true,
      structuredContent: { code: 'E_INTERNAL', reason: 'the store is down' },
    });
    expect(log.error).toHaveBeenCalled();
  });

  it('may ask the person: the question is let through', async () => {
    const question = new InputRequired('k', { message: 'Sure?', requestedSchema: {} });
    await expect(
      callOwnTool(
        tool(() => Promise.reject(question)),
        { shot: 'a' },
        context,
        log,
      ),
    ).rejects.toBe(question);
  });
});
