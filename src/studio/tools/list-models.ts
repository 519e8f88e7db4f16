import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { CATALOG } from '../catalog.js';

const outputSchema = z.object({
  models: z.array(
    z.object({
      tool: z.string(),
      model: z.string(),
      kind: z.enum(['image', 'video', 'speech', 'music']),
      tier: z.enum(['budget', 'standard', 'premium']),
      credits: z.number(),
      unit: z.string(),
      source: z.string(),
    }),
  ),
});

/** Registers the free tool that publishes the price list. */
export function registerListModels(server: McpServer): void {
  server.registerTool(
    'list_models',
    {
      title: 'List models and prices',
      description: 'Lists every model of this demo studio with its tier and price in credits. Free.',
      inputSchema: z.object({}),
      outputSchema,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    () => {
      const lines = CATALOG.map(
        (entry) => `${entry.tool} · ${entry.model} (${entry.tier}): ${entry.credits} credits per ${entry.unit}`,
      );
      return { content: [{ type: 'text', text: lines.join('\n') }], structuredContent: { models: [...CATALOG] } };
    },
  );
}
