import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ownTool } from '../../../src/mcp/tools/tool.js';
import { quietContext } from '../../fixtures/own-tools.js';

describe('an own tool as it is written', () => {
  it('runs with its arguments and its caller', async () => {
    const tool = ownTool({
      ...{ name: 'n', title: 'N', description: '', annotations: { readOnlyHint: true } },
      input: z.object({ count: z.number() }),
      run: async ({ count }, { client }) => ({ text: `${client.name} ${String(count + 1)}`, structured: {} }),
    });
    expect((await tool.run({ count: 1 }, quietContext)).text).toBe('test 2');
  });
});
