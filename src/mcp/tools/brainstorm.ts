import { z } from 'zod';
import { briefSchema } from '../../model/brief.js';
import { sayOffers } from '../offered-prompts.js';
import { deskTool } from '../desk-tool.js';

/** Stores the brief that a brainstorm ended in. Free; the first step before any plan. */
export const brainstormTool = deskTool({
  name: 'brainstorm',
  title: 'Store the brief',
  input: z.object({ ...briefSchema.shape }),
  output: z.looseObject({ status: z.string(), brief: z.string().optional(), version: z.number().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run(args, bench) {
    const { ports, caller } = bench.desk;
    const chosen = args.directions.find((direction) => direction.name === args.chosen);
    if (chosen === undefined) {
      const names = args.directions.map((direction) => direction.name);
      const text = bench.texts.say('answers/brainstorm', 'chosen-unknown', { chosen: args.chosen, names });
      return { text, structured: { status: 'refused', code: 'chosen-unknown', names }, isError: true };
    }
    const brief = await ports.store.saveBrief(caller.project, ports.newId('b'), args, ports.clock());
    const offers = await sayOffers(bench, [{ for: 'brief', text: `${brief.goal} ${chosen.idea}` }]);
    const stored = bench.texts.say('answers/brainstorm', 'stored', { ...brief, idea: chosen.idea });
    return {
      text: [stored, ...offers.lines].join('\n'),
      structured: { status: 'stored', brief: brief.id, version: brief.version, next: 'plan', offers: offers.data },
    };
  },
});
