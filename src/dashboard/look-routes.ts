import { Hono } from 'hono';
import { boardOf } from './board.js';
import type { DashboardDesk } from './desk.js';
import { ledgerCsv, ledgerPage, ledgerQuery, ledgerRows } from './ledger.js';
import { moneyOf } from './money.js';
import type { Picture } from './picture.js';
import { refuse } from './trouble.js';

/** What is only looked at: the board, the money and the ledger. */
export function lookRoutes({ ports }: DashboardDesk, picture: Picture): Hono {
  const { store, project, texts } = ports;
  const routes = new Hono();
  routes
    .get('/board', async (context) => context.json(boardOf(await picture.takes(), await store.latestPlan(project))))
    .get('/money', async (context) => context.json(moneyOf(await picture.report(), ports.ruleWhy)))
    .get('/:ledger{ledger(?:\\.csv)?}', async (context) => {
      const query = ledgerQuery.safeParse(context.req.query());
      if (!query.success) {
        const problems = query.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
        return refuse(context, texts, { problem: 'bad-request', facts: { problems } });
      }
      const rows = ledgerRows(await picture.entries(), await picture.takes(), query.data);
      if (context.req.param('ledger') === 'ledger') return context.json(ledgerPage(rows, query.data));
      const disposition = `attachment; filename="${project}-ledger.csv"`;
      return context.body(ledgerCsv(rows), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': disposition,
      });
    });
  return routes;
}
