import { Client as FirstClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FirstTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type JsonObject } from '../../src/model/json.js';
import { imageTool, onBench } from './harness.js';
import type { Bench } from './harness.js';

const INFO = { name: 'interop', version: '1.0.0' };
const draft = 'a red lighthouse above a stormy sea, families on the pier, watercolor poster, wide view';
const refined = 'a red lighthouse above a calm sea at golden dawn light, families on the pier, watercolor poster';
const largestInline = 100 * 1024;
/** A person reads before answering. */
const readingMs = 50;
const yes = { action: 'accept', content: { decision: 'yes' } } as const;

/** What all clients have in common. */
interface AnyClient {
  listTools(): Promise<{ tools: { name: string }[] }>;
  callTool(params: { name: string; arguments: Record<string, unknown> }): Promise<unknown>;
  listPrompts(): Promise<{ prompts: { name: string }[] }>;
  getPrompt(params: { name: string; arguments?: Record<string, string> }): Promise<{ messages: unknown[] }>;
  listResources(): Promise<{ resources: { uri: string }[] }>;
  listResourceTemplates(): Promise<{ resourceTemplates: { uriTemplate: string }[] }>;
  readResource(params: { uri: string }): Promise<{ contents: unknown[] }>;
  getInstructions(): string | undefined;
  close(): Promise<void>;
}

interface Connected {
  readonly client: AnyClient;
  /** The protocol revision that the two agreed on. */
  readonly revision: string | undefined;
}

type Connect = (config: string, heard: (message: string) => void) => Promise<Connected>;

function started(config: string): { command: string; args: string[]; stderr: 'ignore' } {
  return { command: process.execPath, args: ['dist/greenlight.cjs', 'serve', '-c', config], stderr: 'ignore' };
}

const firstLine: Connect = async (config, heard) => {
  const client = new FirstClient(INFO, { capabilities: { elicitation: {} } });
  client.setRequestHandler(ElicitRequestSchema, async ({ params }) => {
    heard(params.message);
    await new Promise((resolve) => setTimeout(resolve, readingMs));
    return yes;
  });
  const transport = new FirstTransport(started(config));
  let revision: string | undefined;
  // The client tells its transport what was agreed on, when the transport wants to hear it.
  Object.assign(transport, { setProtocolVersion: (version: string) => (revision = version) });
  await client.connect(transport);
  return { client, revision };
};

function currentLine(mode: 'legacy' | 'auto'): Connect {
  return async (config, heard) => {
    const client = new Client(INFO, { capabilities: { elicitation: {} }, versionNegotiation: { mode } });
    client.setRequestHandler('elicitation/create', async ({ params }) => {
      heard(params.message);
      await new Promise((resolve) => setTimeout(resolve, readingMs));
      return yes;
    });
    await client.connect(new StdioClientTransport({ ...started(config), maxBufferSize: 64 << 20 }));
    return { client, revision: client.getNegotiatedProtocolVersion() };
  };
}

const clients = [
  { name: 'of the first line', connect: firstLine, revision: '2025-11-25' },
  { name: 'of the current line in the era of 2025', connect: currentLine('legacy'), revision: '2025-11-25' },
  { name: 'of the current line that negotiates 2026', connect: currentLine('auto'), revision: '2026-07-28' },
] as const;

/** One answer, taken apart. */
interface Told {
  readonly text: string;
  readonly facts: JsonObject;
  readonly isError: boolean;
  readonly structured: unknown;
}

/** An agent on any client: every answer it gets is kept, so that a rule about all of them can be checked at the end. */
class Agent {
  readonly answers: unknown[] = [];

  private constructor(
    readonly client: AnyClient,
    readonly revision: string | undefined,
    /** What the person was asked, in order. */
    readonly questions: readonly string[],
  ) {}

  static async on(bench: Bench, connect: Connect): Promise<Agent> {
    const questions: string[] = [];
    const { client, revision } = await connect(bench.configFile, (message) => questions.push(message));
    return new Agent(client, revision, questions);
  }

  async call(name: string, args: Record<string, unknown> = {}): Promise<Told> {
    const result = await this.client.callTool({ name, arguments: args });
    this.answers.push(result);
    if (!isJsonObject(result)) throw new Error('the answer is no object');
    const content = Array.isArray(result['content']) ? result['content'].filter(isJsonObject) : [];
    const meta = isJsonObject(result['_meta']) ? result['_meta']['greenlight'] : undefined;
    const structured = result['structuredContent'];
    const facts = meta ?? structured;
    return {
      text: content.map(({ text }) => (typeof text === 'string' ? text : '')).join('\n'),
      facts: isJsonObject(facts) ? facts : {},
      isError: result['isError'] === true,
      structured,
    };
  }
}

/** Every fact given stands in the text too; amounts are written with separators. */
function expectSaid({ text }: Told, ...facts: readonly unknown[]): void {
  for (const fact of facts) {
    expect(text).toContain(typeof fact === 'number' ? fact.toLocaleString('en') : String(fact));
  }
}

/** The longest run of base64 anywhere in some answers. */
function longestBase64(answers: readonly unknown[]): number {
  const runs = JSON.stringify(answers).match(/[A-Za-z0-9+/=]{1000,}/g) ?? [];
  return Math.max(0, ...runs.map((run) => run.length));
}

/** A dialog is needed for a batch in the plan, and for a call that goes beyond it. */
const options = { config: { quickLane: { perCall: 0, perDay: 0 } } } as const;

async function refusedThenBriefed(agent: Agent): Promise<void> {
  const refused = await agent.call(imageTool, { prompt: draft, model: 'sdxl' });
  expect(refused).toMatchObject({
    isError: true,
    structured: undefined,
    facts: { code: 'plan-first/no-brief, tier-for-phase/above-phase', price: 40 },
  });
  expectSaid(refused, 'REFUSED', refused.facts['code'], refused.facts['price']);
  const briefed = await agent.call('brainstorm', {
    goal: 'a festival poster',
    audience: 'families',
    tone: 'warm',
    constraints: ['A2 portrait'],
    directions: [
      { name: 'storm', idea: 'the lighthouse braves the storm' },
      { name: 'calm', idea: 'boats at dawn' },
    ],
    chosen: 'storm',
    why: 'drama',
  });
  expectSaid(briefed, briefed.facts['brief'], briefed.facts['version'], briefed.facts['next']);
}

async function planned(agent: Agent): Promise<void> {
  const plan = await agent.call('plan', {
    steps: [
      { shot: 'poster', phase: 'explore', tool: imageTool, model: 'qwen-image', prompt: draft, rounds: 2 },
      { shot: 'poster', phase: 'select', tool: imageTool, model: 'sdxl', prompt: refined, count: 4 },
    ],
  });
  expect(plan).toMatchObject({
    isError: false,
    facts: {
      total: 200,
      items: [
        { id: 'poster/explore', estimate: 40, acceptance: { state: 'accepted', by: 'policy' } },
        { id: 'poster/select', estimate: 160, acceptance: { state: 'accepted', by: 'client' } },
      ],
    },
  });
  expectSaid(
    plan,
    plan.facts['plan'],
    plan.facts['total'],
    'poster/explore',
    40,
    'poster/select',
    160,
    'accepted (client)',
  );
  expect(agent.questions).toHaveLength(1);
  expect(agent.questions[0]).toContain('poster/select');
}

async function paidAndJudged(agent: Agent): Promise<void> {
  const hint = { greenlight: { shot: 'poster', phase: 'explore' } };
  const made = await agent.call(imageTool, { prompt: draft, model: 'qwen-image', count: 4, ...hint });
  expect(made).toMatchObject({ isError: false, structured: undefined, facts: { status: 'done', paid: 20 } });
  expectSaid(made, made.facts['take'], 'poster/explore', 20, 'one-version/more-than-one');
  const word = await agent.call('feedback', {
    take: made.facts['take'],
    verdict: 'refine',
    change: ['calm sea at dawn'],
  });
  expect(word.facts).toMatchObject({ status: 'stored', verdict: 'refine', by: 'relayed' });
  expectSaid(word, word.facts['take'], word.facts['shot']);
  // A dearer model than planned: the paid call itself asks, and goes on after the yes.
  const dearer = await agent.call(imageTool, { prompt: refined, model: 'flux-2-dev', ...hint });
  expect(dearer.facts).toMatchObject({ status: 'done', paid: 50 });
  expect(agent.questions).toHaveLength(2);
  expect(agent.questions[1]).toContain('50 credits');
  await agent.call('feedback', { take: dearer.facts['take'], verdict: 'approve' });
  const taken = await agent.call('take', { take: dearer.facts['take'] });
  expect(taken.facts).toMatchObject({ state: 'posted', paid: 50, feedback: { verdict: 'approve' } });
  expectSaid(taken, taken.facts['take'], taken.facts['state'], 50);
}

async function reported(agent: Agent): Promise<void> {
  const budget = await agent.call('budget');
  expect(budget.facts['budgets']).toMatchObject([{ spent: 70, left: 99_930 }, { spent: 70 }]);
  expectSaid(budget, 70, 99_930, 100_000);
  const report = await agent.call('report');
  expect(report.facts).toMatchObject({ paid: 70, takes: 2, kept: 1, held: 0 });
  expectSaid(report, '70 credits paid', 'qwen-image', 'flux-2-dev', 'poster/explore');
}

describe.each(clients)('a client $name', ({ connect, revision }) => {
  it('works the short story: refused, brainstorm, plan with a yes, paid, feedback, report [A1] [A2] [C1]', () =>
    onBench(options, async (bench) => {
      const agent = await Agent.on(bench, connect);
      try {
        expect(agent.revision).toBe(revision);
        expect(agent.client.getInstructions()?.length).toBeLessThan(4096);
        const { tools } = await agent.client.listTools();
        expect(tools.map(({ name }) => name)).toEqual(
          expect.arrayContaining(['brainstorm', 'plan', 'report', imageTool]),
        );
        await refusedThenBriefed(agent);
        expect(bench.journal()).toEqual([]);
        await planned(agent);
        await paidAndJudged(agent);
        await reported(agent);
        expect(bench.journal().map(({ credits }) => credits)).toEqual([20, 50]);
        expect(longestBase64(agent.answers)).toBeLessThanOrEqual(largestInline);
        expect(longestBase64(agent.answers)).toBeGreaterThan(1000);
      } finally {
        await agent.client.close();
      }
    }));

  it('lists and reads the slash commands and the resources', () =>
    onBench(options, async (bench) => {
      const { client } = await Agent.on(bench, connect);
      try {
        const { prompts } = await client.listPrompts();
        const names = ['brainstorm', 'plan', 'refine-prompt', 'one-version', 'finish', 'save-workflow'];
        expect(prompts.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
        for (const name of names) {
          const { messages } = await client.getPrompt({ name });
          expect(messages).toMatchObject([
            { role: 'user', content: { type: 'text', text: expect.stringMatching(/\w{3}/) } },
          ]);
        }
        const front = { name: 'festival', title: 'Festival poster' };
        await client.callTool({ name: 'workflow', arguments: { action: 'save', name: 'festival', document: front } });
        const { resources } = await client.listResources();
        const own = resources.map(({ uri }) => uri).filter((uri) => uri.startsWith('greenlight://'));
        expect(own.sort()).toEqual(
          ['brief', 'budget', 'plan', 'report', 'takes', 'workflows/festival'].map((name) => `greenlight://${name}`),
        );
        for (const uri of own) {
          const { contents } = await client.readResource({ uri });
          expect(contents).toMatchObject([{ uri, text: expect.stringMatching(/\S/) }]);
        }
        const { resourceTemplates } = await client.listResourceTemplates();
        expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain('greenlight://workflows/{name}');
        await expect(client.readResource({ uri: 'greenlight://nothing' })).rejects.toThrow();
      } finally {
        await client.close();
      }
    }));
});
