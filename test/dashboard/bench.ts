import type { Hono } from 'hono';
import { budgetOf, openBench, startAt, type GateBench } from '../fixtures/gate-bench.js';
import { openTexts } from '../../src/feedback/texts.js';
import { reportOf } from '../../src/gate/flow/report.js';
import { wordOnTake } from '../../src/gate/flow/word-on-take.js';
import { isProblem } from '../../src/gate/flow/desk.js';
import type { DashboardDesk } from '../../src/dashboard/desk.js';
import { Door } from '../../src/dashboard/door.js';
import { Picture } from '../../src/dashboard/picture.js';
import type { DashboardPorts } from '../../src/dashboard/ports.js';

/** A dashboard's parts over a memory store, with a gate beside it that spends. */
export interface DashboardBench extends Omit<GateBench, 'desk'> {
  readonly desk: DashboardDesk;
  readonly picture: Picture;
}

const rules = { levels: [], preset: null, rules: [], changes: [] };
const servers = { servers: [], stalePrices: [] };

/** Opens one; what a test changes of the ports stands above. */
export async function openDashboard(changed: Partial<DashboardPorts> = {}): Promise<DashboardBench> {
  const bench = await openBench({ policy: { budgets: [budgetOf('session', 100)] } });
  const { store } = bench;
  const texts = openTexts();
  const clock = (): number => bench.ports.clock();
  const person = { state: async () => 'set' as const, setFirst: async () => undefined, verify: async () => true };
  const none = async () => undefined;
  const ports: DashboardPorts = {
    ...{ store, texts, project: 'poster', mode: 'enforce', version: '1.2.3', clock, zone: 'UTC', person },
    ...{ allowsReadOnly: false, page: new Map(), preview: none, setLimit: none, setLevel: none },
    ...{ settleTool: none, trustTool: none, rules: async () => rules, servers: async () => servers },
    budgets: () => store.accountsOf('poster'),
    giveFeedback: async (take, body, strength) => {
      const desk = { ports: bench.ports, findTool: () => undefined, toolNames: () => [] };
      const given = await wordOnTake(desk, 'poster', { take, body, strength });
      return isProblem(given) ? given : undefined;
    },
    report: () => reportOf(store, 'poster', { zone: 'UTC', mode: 'enforce' }, startAt),
    workflowText: ({ front, body }) => `${front.name}\n${body}\n`,
    ruleWhy: (rule) => (rule === 'ask-above' ? 'It is dear.' : ''),
    ...changed,
  };
  return { ...bench, desk: { ports, door: new Door(store, ports.person, clock) }, picture: new Picture(ports) };
}

/** Asks routes and gives back status and answer. */
export async function ask(routes: Hono, path: string, body?: unknown): Promise<{ status: number; data: never }> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await routes.request(path, body === undefined ? {} : post);
  return { status: response.status, data: (await response.json()) as never };
}
