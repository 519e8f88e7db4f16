import { z } from 'zod';
import { headings } from '../../ledger/spending.js';
import { deskTool } from '../desk-tool.js';

/** Says where the credits went, what each kept asset cost and what was avoided. */
export const reportTool = deskTool({
  name: 'report',
  title: 'Where the credits went',
  input: z.object({ by: z.enum(headings).exclude(['session']).optional() }),
  output: z.looseObject({ paid: z.number().optional(), kept: z.number().optional() }),
  annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: false },
  async run({ by }, bench) {
    const { text, data } = await bench.reportText(by);
    return { text, structured: data };
  },
});
