import { z } from 'zod';
import { toMicro } from '../../model/credits.js';
import { remaining } from '../../model/budget.js';
import { isWholeSession, setBudget } from '../../gate/flow/set-budget.js';
import { isProblem } from '../../gate/flow/desk.js';
import { accountData } from '../../gate/views.js';
import { outlookData, outlookLines, paceLines } from '../outlook-text.js';
import { deskTool, sayProblem } from '../desk-tool.js';

/** Shows what is spent, held and left; passes on a tighter session budget that the person stated. */
export const budgetTool = deskTool({
  name: 'budget',
  title: 'Show or tighten the budget',
  input: z.object({
    limit: z.number().nonnegative().max(1e9).optional().describe('credits for this session, as the person said it'),
    session: z.string().max(100).optional(),
  }),
  output: z.looseObject({ status: z.string(), session: z.string().optional() }),
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  async run(args, bench) {
    const limit = args.limit === undefined ? undefined : toMicro(args.limit);
    const answer = await setBudget(bench.desk, { limit, session: args.session });
    if (isProblem(answer)) return sayProblem(bench, 'budget', answer);
    const { accounts, outcome, approval, session, outlook, note } = answer;
    const own = accounts.find(isWholeSession);
    const facts = { wished: answer.wished, limit: own?.limit, cap: own?.extendTo, approval: approval?.id, note };
    const lines = [
      ...(outcome === 'shown' ? [] : [bench.texts.say('answers/budget', outcome, facts)]),
      ...accounts.map((account) =>
        bench.texts.say('answers/budget', account.limit === undefined ? 'total' : 'account', {
          ...account,
          left: remaining(account),
        }),
      ),
      ...outlookLines(bench.texts, outlook),
      ...paceLines(bench.texts, outlook),
    ];
    return {
      text: lines.join('\n'),
      structured: {
        status: outcome,
        session: session.id,
        budgets: accounts.map(accountData),
        outlook: outlookData(outlook),
        approval: approval === undefined ? null : { id: approval.id, state: approval.state },
      },
    };
  },
});
