import { expect, it } from 'vitest';
import { z } from 'zod';
import { ownTool } from '../../../src/mcp/tools/tool.js';

it('an own tool keeps what it was written with, and its run', async () => {
  const spec = {
    name: 'wait',
    title: 'Wait',
    description: 'Waits.',
    input: z.object({ ms: z.number() }),
    annotations: { readOnlyHint: true },
    run: async ({ ms }: { readonly ms: number }) => ({ text: `waited ${ms}`, structured: { ms } }),
  };
  const tool = ownTool(spec);
  expect(tool).toMatchObject({ name: 'wait', title: 'Wait', input: spec.input });
  expect(await tool.run({ ms: 5 }, {} as never)).toEqual({ text: 'waited 5', structured: { ms: 5 } });
});
