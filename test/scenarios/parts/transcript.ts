import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ConfigInput } from '../../../src/config.js';
import type { ProfileInput } from '../../../src/model/profile.js';
import { GatewayProcess, type Answer } from './gateway.js';

/** What the person said of a take: one of the plain verdicts, or what to change. */
export type Word = 'approve' | 'reject' | { readonly change: readonly string[] };

/** One paid call of a transcript. */
export interface TranscriptCall {
  readonly tool: string;
  /** `@name` stands for the file that the call of this name made. */
  readonly args: object;
  /** Shot and phase, in the argument or in `_meta`; left out where the agent names none. */
  readonly hints?: object | undefined;
  readonly meta?: object | undefined;
  /** Name under which later calls speak of what this one made. */
  readonly as?: string | undefined;
  /** The person's word right after it; left out inside a batch. */
  readonly word?: Word | undefined;
  /** Words on earlier takes by name, when a batch is looked at together. */
  readonly words?: Readonly<Record<string, Word>> | undefined;
}

/** One job: its config's budget, brief and plan as the agent gives them, and the calls. */
export interface TranscriptJob {
  readonly project: string;
  readonly budget: number;
  readonly brief?: object | undefined;
  readonly steps?: readonly object[] | undefined;
  readonly calls: readonly TranscriptCall[];
}

/** A call that was not simply made. */
export interface Stop {
  readonly at: string;
  readonly outcome: unknown;
  readonly code: unknown;
  readonly text: string;
}

/** What came of a transcript. */
export interface TranscriptEnd {
  readonly calls: number;
  /** Questions to the person while no plan was being made. */
  readonly questions: readonly string[];
  readonly stops: readonly Stop[];
}

/** One generation server of a transcript: tools with their loose schemas and their profiles. */
export interface TranscriptServer {
  readonly prefix?: string | undefined;
  readonly suffix: string;
  readonly schemas: Readonly<Record<string, object>>;
  readonly tools: Readonly<Record<string, ProfileInput>>;
}

/** How a nudge is answered: in one line, by an agent that means its call. */
const because = 'it was looked at with the person, who wants it like this';

const renderer = resolve('test/fixtures/quick-renderer.mjs');

function configFor(job: TranscriptJob, servers: Readonly<Record<string, TranscriptServer>>, data: string): ConfigInput {
  const entries = Object.entries(servers).map(([name, { prefix, suffix, schemas, tools }]) => {
    const args = [renderer, JSON.stringify(schemas), suffix];
    const named = prefix === undefined ? {} : { prefix };
    return [name, { command: process.execPath, args, tools, ...named }] as const;
  });
  const budgets: ConfigInput['budgets'] = [{ scope: 'session', limit: job.budget, soft: job.budget * 0.9 }];
  return { project: job.project, data, servers: Object.fromEntries(entries), budgets };
}

/** Works the jobs of a transcript through a real client and gateway, and says what was stopped or asked. */
export async function runTranscript(
  jobs: readonly TranscriptJob[],
  servers: Readonly<Record<string, TranscriptServer>>,
): Promise<TranscriptEnd> {
  const ends: TranscriptEnd[] = [];
  for (const job of jobs) {
    const folder = await mkdtemp(join(tmpdir(), 'greenlight-transcript-'));
    try {
      const file = join(folder, 'greenlight.json');
      await writeFile(file, JSON.stringify(configFor(job, servers, join(folder, 'data'))));
      ends.push(await runJob(job, file));
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
  return {
    calls: ends.reduce((sum, end) => sum + end.calls, 0),
    questions: ends.flatMap((end) => end.questions),
    stops: ends.flatMap((end) => end.stops),
  };
}

async function runJob(job: TranscriptJob, file: string): Promise<TranscriptEnd> {
  const questions: string[] = [];
  const stops: Stop[] = [];
  // What is planned, and a word that locks a take, is confirmed; a call that was planned asks nothing.
  let isCalling = false;
  const gateway = await GatewayProcess.start(file, {
    dialog: (message) => {
      if (isCalling) questions.push(message);
      return { action: 'accept', content: { decision: 'yes' } };
    },
  });
  try {
    if (job.brief !== undefined) await must(gateway, 'brainstorm', job.brief);
    if (job.steps !== undefined) await must(gateway, 'plan', { steps: job.steps });
    const made = new Map<string, { readonly take: string; readonly file: string }>();
    for (const [index, call] of job.calls.entries()) {
      const at = `${job.project} ${String(index + 1)}: ${call.tool}`;
      isCalling = true;
      let answer = await make(gateway, call, made);
      if (answer.data['outcome'] === 'nudge') {
        stops.push({ at, outcome: 'nudge', code: answer.data['code'], text: answer.text });
        answer = await make(gateway, { ...call, hints: { ...call.hints, because } }, made);
      }
      isCalling = false;
      if (answer.data['status'] !== 'done') {
        const { outcome, code, status } = answer.data;
        stops.push({ at, outcome: outcome ?? status, code, text: answer.text });
        continue;
      }
      const take = String(answer.data['take']);
      if (call.as !== undefined) made.set(call.as, { take, file: /\/renders\/\S+/.exec(answer.text)?.[0] ?? '' });
      if (call.word !== undefined) await tell(gateway, take, call.word);
      for (const [name, word] of Object.entries(call.words ?? {})) {
        await tell(gateway, made.get(name)?.take ?? '', word);
      }
    }
    return { calls: job.calls.length, questions, stops };
  } finally {
    await gateway.close();
  }
}

async function make(
  gateway: GatewayProcess,
  { tool, args, hints, meta }: TranscriptCall,
  made: ReadonlyMap<string, { readonly file: string }>,
): Promise<Answer> {
  const written = JSON.stringify(args).replace(/"@([a-z0-9-]+)"/g, (_, name: string) => {
    const found = made.get(name);
    // A call that was stopped left nothing behind; what builds on it starts from a photo of the person's own.
    return JSON.stringify(found?.file ?? `/photos/${name}.jpg`);
  });
  const given = JSON.parse(written) as object;
  const hinted = hints === undefined ? given : { ...given, greenlight: hints };
  return gateway.call(tool, hinted, meta === undefined ? {} : { meta: { greenlight: meta } });
}

async function tell(gateway: GatewayProcess, take: string, word: Word): Promise<void> {
  const body = typeof word === 'string' ? { verdict: word } : { verdict: 'refine', change: word.change };
  await must(gateway, 'feedback', { take, ...body });
}

async function must(gateway: GatewayProcess, tool: string, args: object): Promise<void> {
  const answer = await gateway.call(tool, args);
  if (answer.isError) throw new Error(`${tool}: ${answer.text}`);
}
