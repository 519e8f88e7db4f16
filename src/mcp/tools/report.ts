import { z } from 'zod';
import { deskTool } from '../desk-tool.js';

/** Says where the credits went, what each kept asset cost and what was avoided. */
export const reportTool = deskTool({
  name: 'report',
  title: 'Where the credits went',
  input: z.object({}),
  output: z.looseObject({ paid: z.number().optional(), kept: z.number().optional() }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  async run(_args, bench) {
    const { text, data } = await bench.reportText();
    return { text, structured: data };
  },
});
