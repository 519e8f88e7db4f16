import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { Door, LiveEvent, TakeView } from '../../src/dashboard/api.js';
import { fakePicture } from './fake-picture.js';
import type { FakeProject } from './fake-project.js';
import { detailOf, fakeProject } from './fake-project.js';

/** A dashboard without a gate behind it: the real page, the contract's routes, a made-up project. */
export interface FakeServer {
  readonly url: string;
  readonly project: FakeProject;
  /** What was sent by POST, oldest first. */
  readonly posts: { readonly path: string; readonly body: unknown; readonly token: string | undefined }[];
  readonly door: Door;
  setDoor(door: Partial<Door>): void;
  tell(event: LiveEvent): void;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const POLICY = "default-src 'self'; style-src 'self'; img-src 'self'; object-src 'none'; frame-ancestors 'none'";
const bodySchema = z.record(z.string(), z.unknown());

interface Ask {
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
}

type Answer = object | undefined;

function pageOfTakes(project: FakeProject, query: URLSearchParams): object {
  const has = (take: TakeView): boolean =>
    (['shot', 'phase', 'state'] as const).every((name) => !query.get(name) || take[name] === query.get(name)) &&
    (!query.get('verdict') || take.feedback?.verdict === query.get('verdict')) &&
    take.prompt.toLowerCase().includes((query.get('q') ?? '').toLowerCase());
  const all = project.takes.filter(has);
  const from = Number(query.get('before') ?? 0);
  const end = from + Number(query.get('limit') ?? 200);
  return { takes: all.slice(from, end), total: all.length, next: end < all.length ? String(end) : null };
}

function pageOfLedger(project: FakeProject, query: URLSearchParams): object {
  const text = (query.get('q') ?? '').toLowerCase();
  const rows = project.ledger
    .filter(({ kind }) => !query.get('kind') || kind === query.get('kind'))
    .filter(({ shot }) => (shot ?? '').includes(text));
  const older = rows.filter(({ seq }) => !query.get('before') || seq < Number(query.get('before')));
  const shown = older.slice(0, Number(query.get('limit') ?? 50));
  return { rows: shown, total: rows.length, next: shown.length < older.length ? (shown.at(-1)?.seq ?? null) : null };
}

/** Answers to what is read. */
function readRoute(project: FakeProject, { path: [first, second], query }: Ask): Answer {
  if (first === 'takes') return second === undefined ? pageOfTakes(project, query) : detailOf(project, second);
  if (first === 'approvals') return project.asked.find(({ id }) => id === second);
  if (first === 'ledger') return pageOfLedger(project, query);
  if (first === 'workflow' && second !== undefined) {
    const changes = [
      { kind: 'same', text: '# Product stills\n\n1. Slate first.\n2. ' },
      { kind: 'out', text: 'Three versions.' },
      { kind: 'in', text: 'One version, then ask.' },
    ];
    const text = '# Product stills\n\n1. Slate first.\n2. One version, then ask.';
    const version = Number(query.get('version'));
    const draft = project.workflow.documents[0]?.versions.find((one) => one.version === version)?.draft ?? false;
    return { name: second, version, draft, text, changes: query.has('against') ? changes : null };
  }
  const pages: Readonly<Record<string, object>> = {
    now: project.now,
    board: project.board,
    money: project.money,
    workflow: project.workflow,
    rules: project.rules,
    servers: project.servers,
  };
  return pages[first ?? ''];
}

/** Answers to what is changed. */
function changeRoute(project: FakeProject, { path: [first, second, , fourth], body }: Ask): Answer {
  if (first === 'approvals') {
    const state = body['decision'] === 'approve' ? 'approved' : 'denied';
    project.asked = project.asked.map((one) => (one.id === second ? { ...one, state } : one));
    project.now = { ...project.now, waiting: project.now.waiting.filter(({ id }) => id !== second) };
    return project.now;
  }
  if (first === 'budgets') {
    const limit = Number(body['limit']);
    const budgets = project.now.budgets.map((one) =>
      one.account === second ? { ...one, limit, left: limit - one.spent - one.held } : one,
    );
    project.now = { ...project.now, budgets };
    return project.now;
  }
  if (first === 'takes' && second !== undefined) {
    const { verdict, note = null } = body;
    const feedback = { verdict, note, by: 'person' } as TakeView['feedback'];
    project.takes = project.takes.map((take) => (take.id === second ? { ...take, feedback } : take));
    return detailOf(project, second);
  }
  if (first === 'workflow') {
    const documents = project.workflow.documents.map((one) => ({
      ...one,
      versions: one.versions.map((version) => ({ ...version, draft: false })),
    }));
    project.workflow = { ...project.workflow, documents };
    return project.workflow;
  }
  if (first === 'rules') {
    const { code, level } = body as { code: string; level: string };
    project.rules = {
      ...project.rules,
      rules: project.rules.rules.map((rule) => ({
        ...rule,
        codes: rule.codes.map((one) => (one.code === code ? { ...one, now: level } : one)),
      })),
      changes: [{ at: new Date().toISOString(), who: 'person', words: `${code}: ${level}` }, ...project.rules.changes],
    };
    return project.rules;
  }
  const servers = project.servers.servers.map((server) => ({
    ...server,
    tools: server.tools.map((tool) => {
      if (tool.tool !== fourth) return tool;
      return body['cost'] === undefined
        ? { ...tool, trust: 'pass' as const }
        : { ...tool, cost: body['cost'] as 'paid' };
    }),
  }));
  project.servers = { ...project.servers, servers };
  return project.servers;
}

function respond(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-store' });
  response.end(body);
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : bodySchema.parse(JSON.parse(Buffer.concat(chunks).toString()));
}

/** Starts a fake dashboard over a project with `count` takes; `door` says how the person stands before it. */
export async function startFakeServer(count: number, door: Partial<Door> = {}): Promise<FakeServer> {
  const project = fakeProject(count);
  const lines = new Set<ServerResponse>();
  const posts: { path: string; body: unknown; token: string | undefined }[] = [];
  const closed: Door = {
    state: 'open',
    project: project.now.project,
    token: 'token-1',
    passwordLate: false,
    mayRead: false,
    lockedUntil: null,
    version: '0.1.0',
  };
  let here: Door = { ...closed, ...door };
  const trouble = (code: string, message: string) => JSON.stringify({ code, message, next: 'Try again.' });

  const answerDoor = (ask: Ask, response: ServerResponse): void => {
    const [, step] = ask.path;
    if (step === 'in' && ask.body['password'] !== 'correct horse') {
      respond(response, 401, 'application/json', trouble('password-wrong', 'That is not the password.'));
      return;
    }
    if (step === 'first' || step === 'in') here = { ...here, state: 'open', token: 'token-1' };
    if (step === 'reading') here = { ...here, state: 'reading' };
    if (step === 'out') here = { ...here, state: 'closed', token: null };
    respond(response, 200, 'application/json', JSON.stringify(here));
  };
  const answerApi = (request: IncomingMessage, ask: Ask, response: ServerResponse): void => {
    const [first] = ask.path;
    if (first === 'live') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write(': here\n\n');
      lines.add(response);
      response.on('close', () => lines.delete(response));
    } else if (first === 'door') answerDoor(ask, response);
    else if (here.state !== 'open' && here.state !== 'reading') {
      respond(response, 401, 'application/json', trouble('closed', 'Sign in first.'));
    } else if (request.method === 'POST' && request.headers['x-greenlight-token'] !== 'token-1') {
      respond(response, 403, 'application/json', trouble('token', 'The token is missing.'));
    } else {
      const answer = request.method === 'POST' ? changeRoute(project, ask) : readRoute(project, ask);
      if (answer === undefined) {
        respond(response, 404, 'application/json', trouble('not-found', 'There is no such thing.'));
      } else respond(response, 200, 'application/json', JSON.stringify(answer));
    }
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const parts = pathname.split('/').slice(1).map(decodeURIComponent);
    const [top, ...path] = parts;
    if (top === 'api') {
      const body = await bodyOf(request);
      if (request.method === 'POST') {
        posts.push({ path: pathname, body, token: request.headers['x-greenlight-token']?.toString() });
      }
      answerApi(request, { path, query: searchParams, body }, response);
    } else if (top === 'assets') {
      respond(response, 200, 'image/svg+xml', fakePicture(Number(path[0]?.split('-')[1])));
    } else {
      const name = ['page.js', 'page.css', 'icon.svg'].find((file) => file === top) ?? 'index.html';
      respond(response, 200, TYPES[extname(name)] ?? '', readFileSync(join('dist/dashboard', name)));
    }
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    project,
    posts,
    get door() {
      return here;
    },
    setDoor: (changes) => void (here = { ...here, ...changes }),
    tell: (event) => lines.forEach((line) => line.write(`event: ${event}\ndata: ${event}\n\n`)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
