import { argumentAt, withArgument } from '../model/argument-path.js';
import type { JobMap, TakeJob } from '../model/job-map.js';
import { isJsonObject, type JsonObject } from '../model/json.js';
import type { Profile } from '../model/profile.js';
import type { Take } from '../model/take.js';
import { isJob } from '../model/takes.js';
import type { CallAnswer } from './answer.js';
import { profileForJob } from './from-call.js';
import type { JobPort } from './job-port.js';
import type { GatePorts } from './ports.js';
import { isOneOf, wordsOf } from './read-answer.js';
import { readEntry } from './read-entry.js';
import { readJob, type JobReading } from './read-job.js';
import { settleRead } from './spend.js';
import { sessionOf, storedAnswer } from './stored-answer.js';

/** What a look at a job showed: how its take stands now, or why its provider could not tell. */
export interface JobLook {
  readonly answer: CallAnswer;
  /** Set when the provider was not reached, or its answer said nothing of the job. */
  readonly trouble?: string | undefined;
}

/** The jobs that takes wait for: asked for at intervals that grow, each ended once, whoever hears of it first. */
export interface Jobs {
  /** How a waiting take stands, having asked its provider if that is due. `haste`: somebody waits for it right now. */
  look(take: Take, haste: boolean): Promise<JobLook>;
  /** How often this process has asked for the job of a take. */
  looks(take: string): number;
  /** Asks whatever is due; resolves to the milliseconds until the next is, or undefined where nothing waits. */
  tick(project: string): Promise<number | undefined>;
  /**
   * Asks for every job of a project that is known, due or not, also of takes in doubt.
   * @param answered is called once for each
   */
  askAll(project: string, answered?: () => void): Promise<readonly JobLook[]>;
  /** A listener for the answer of a status call of the agent's own, where it asks for a job that a take waits for. */
  hears(server: string, tool: string, args: unknown): ((result: JsonObject) => void) | undefined;
  /** From now on the take waits. */
  add(take: Take): void;
  /** Resolves when nothing that was heard is still being settled. */
  idle(): Promise<void>;
}

/** How much longer each look waits than the one before, and how far that goes (in shortest times). */
const [growth, mostWithHaste, most] = [1.5, 5, 30];

/** After so many looks in a row at which the server answered with an error the job counts as lost sight of. */
const mostUnclear = 20;

interface Watched {
  take: Take & { readonly job: TakeJob };
  readonly status: JobMap['status'];
  readonly lists: JobMap['lists'];
  looks: number;
  unclear: number;
  /** How often its outputs were not handed out. */
  missed: number;
  askedAt: number;
  asking?: Promise<JobLook> | undefined;
  hearing?: Promise<JobLook> | undefined;
}

/** Keeps watch over jobs through a port to their providers. */
export function createJobs(ports: GatePorts, port: JobPort): Jobs {
  const watch = new JobWatch(ports, port);
  return {
    look: (take, haste) => watch.look(take, haste),
    looks: (take) => watch.looks(take),
    tick: (project) => watch.tick(project),
    askAll: (project, answered) => watch.askAll(project, answered),
    hears: (server, tool, args) => watch.hears(server, tool, args),
    add: (take) => void watch.watched(take),
    idle: () => watch.idle(),
  };
}

class JobWatch {
  private readonly waiting = new Map<string, Watched>();
  /** Takes in doubt are asked for once by each process: what is said of them rarely changes. */
  private readonly askedInDoubt = new Set<string>();

  constructor(
    private readonly ports: GatePorts,
    private readonly port: JobPort,
  ) {}

  /** The watch over a take; undefined when it has no job, or nobody has said how to ask for it. */
  watched(take: Take): Watched | undefined {
    const known = this.waiting.get(take.id);
    if (known !== undefined) return known;
    const { job } = take;
    const map = this.profileOf(take).outcome.job;
    if (job === undefined || map === undefined) return undefined;
    const { status, lists } = map;
    const fresh = { looks: 0, unclear: 0, missed: 0, askedAt: this.ports.clock() };
    const watched: Watched = { take: { ...take, job }, status, lists, ...fresh };
    this.waiting.set(take.id, watched);
    return watched;
  }

  looks(take: string): number {
    return this.waiting.get(take)?.looks ?? 0;
  }

  async look(take: Take, haste: boolean): Promise<JobLook> {
    const watched = this.watched(take);
    if (watched === undefined) {
      return { ...(await this.running(take)), trouble: 'the config names no status tool for it' };
    }
    if (this.ports.clock() < dueAt(watched, haste)) return watched.asking ?? this.running(take);
    return this.ask(watched);
  }

  async tick(project: string): Promise<number | undefined> {
    const takes = await this.ports.store.jobs(project);
    this.forget(takes);
    const found = takes.flatMap((take) => this.watched(take) ?? []);
    const jobs = found.filter(({ take }) => takes.some((now) => now.id === take.id && isJob(now)));
    const now = this.ports.clock();
    const due = jobs.filter((watched) => dueAt(watched, false) <= now);
    const doubtful = found.filter((watched) => !jobs.includes(watched) && !this.askedInDoubt.has(watched.take.id));
    await Promise.all([...due, ...doubtful].map((watched) => this.ask(watched)));
    const left = jobs.filter(({ take }) => this.waiting.has(take.id)).map((watched) => dueAt(watched, false));
    return left.length === 0 ? undefined : Math.max(0, Math.min(...left) - this.ports.clock());
  }

  async askAll(project: string, answered?: () => void): Promise<readonly JobLook[]> {
    const takes = await this.ports.store.jobs(project);
    return Promise.all(
      takes.map((take) => {
        const watched = this.watched(take);
        const look = watched === undefined ? this.look(take, true) : this.ask(watched);
        return look.finally(answered);
      }),
    );
  }

  hears(server: string, tool: string, args: unknown): ((result: JsonObject) => void) | undefined {
    if (this.waiting.size === 0) return undefined;
    const given = isJsonObject(args) ? args : {};
    const here = [...this.waiting.values()].filter(({ take }) => take.server === server);
    const asked = here.filter(({ take, status }) => status.tool === tool && mayTell(status, given, take.job.id));
    const listed = here.filter(({ lists }) => lists.some((list) => list.tool === tool));
    if (asked.length + listed.length === 0) return undefined;
    return (result) => {
      const hearing = asked
        .filter(({ take, status }) => tellsOf(status, take.job.id, result))
        .map((watched) => [watched, this.hear(watched, result)] as const);
      const asking = listed
        .filter((watched) => !asked.includes(watched) && listsEnd(watched, tool, result))
        .map((watched) => [watched, this.ask(watched)] as const);
      for (const [{ take }, look] of [...hearing, ...asking]) look.catch((error: unknown) => this.warn(take, error));
    };
  }

  async idle(): Promise<void> {
    await Promise.allSettled([...this.waiting.values()].flatMap(({ hearing }) => hearing ?? []));
  }

  /** Asks the provider; whoever wants to know meanwhile gets the same answer. */
  private ask(watched: Watched): Promise<JobLook> {
    watched.asking ??= this.askNow(watched).finally(() => {
      watched.asking = undefined;
    });
    return watched.asking;
  }

  private async askNow(watched: Watched): Promise<JobLook> {
    const { take, status } = watched;
    const said = await this.port.ask(take.server, status.tool, askedWith(status, take.job.id));
    watched.looks += 1;
    watched.askedAt = this.ports.clock();
    if (!isJob(take)) this.askedInDoubt.add(take.id);
    if (said.kind === 'answer') return this.hear(watched, said.result);
    return { ...(await this.running(take)), trouble: said.why };
  }

  /** Takes in what an answer says of a job; one answer after the other, so that none is settled by two. */
  private hear(watched: Watched, result: JsonObject): Promise<JobLook> {
    const before = watched.hearing ?? Promise.resolve();
    const hearing = before.then(
      () => this.hearNow(watched, result),
      () => this.hearNow(watched, result),
    );
    watched.hearing = hearing;
    const done = (): void => {
      if (watched.hearing === hearing) watched.hearing = undefined;
    };
    void hearing.then(done, done);
    return hearing;
  }

  private async hearNow(watched: Watched, result: JsonObject): Promise<JobLook> {
    const { ports } = this;
    const take = (await ports.store.take(watched.take.id)) ?? watched.take;
    const session = await sessionOf(ports, take);
    if (take.endedAt !== undefined) {
      this.waiting.delete(take.id);
      return { answer: await storedAnswer(ports, take, session) };
    }
    const { job } = watched.take;
    const { reading, ended } = readingOf(watched, result);
    if (reading.kind === 'unclear') return this.unclear(watched, take, reading.why);
    watched.unclear = 0;
    if (reading.kind === 'running') {
      const waiting = isJob(take) ? take : await ports.store.noteJob(take.id, job);
      return { answer: { kind: 'running', take: waiting, session } };
    }
    const made = reading.read.outcome === 'succeeded' ? await this.resultOf(watched, ended) : ended;
    if (made === undefined) return { ...(await this.running(take)), trouble: 'its outputs are not handed out yet' };
    const answer = await settleRead(ports, { take, session }, reading.read, made);
    if (answer.take.endedAt === undefined) this.askedInDoubt.add(take.id);
    else this.waiting.delete(take.id);
    return { answer };
  }

  /**
   * The answer that holds what a job made. Where another tool hands it out, that one is asked; undefined while it does
   * not, for a while: then the end that is known counts, and the outputs are missing.
   */
  private async resultOf(watched: Watched, ended: JsonObject): Promise<JsonObject | undefined> {
    const { take, status } = watched;
    const { result } = status;
    if (result === undefined) return ended;
    const said = await this.port.ask(
      take.server,
      result.tool,
      withArgument(result.arguments, result.argument, take.job.id),
    );
    if (said.kind === 'answer' && said.result['isError'] !== true) return said.result;
    watched.missed += 1;
    return watched.missed < mostUnclear ? undefined : ended;
  }

  /** An error that names no state: for a while it is trouble on the way, then nobody knows what became of the job. */
  private async unclear(watched: Watched, take: Take, why: string): Promise<JobLook> {
    watched.unclear += 1;
    if (!isJob(take) || watched.unclear < mostUnclear) return { ...(await this.running(take)), trouble: why };
    this.askedInDoubt.add(take.id);
    const doubted = await this.ports.store.doubt(take.id, why);
    return { ...(await this.running(doubted)), trouble: why };
  }

  private async running(take: Take): Promise<JobLook> {
    const session = await sessionOf(this.ports, take);
    if (isJob(take)) return { answer: { kind: 'running', take, session } };
    return { answer: await storedAnswer(this.ports, take, session) };
  }

  /** Takes that ended elsewhere are not waited for any more. */
  private forget(open: readonly Take[]): void {
    const ids = new Set(open.map(({ id }) => id));
    for (const [id, { asking, hearing }] of this.waiting) {
      if (!ids.has(id) && asking === undefined && hearing === undefined) this.waiting.delete(id);
    }
  }

  private profileOf({ server, tool, arguments: given }: Take): Profile {
    return profileForJob(this.port.profileOf(server, tool), given);
  }

  private warn({ id }: Take, error: unknown): void {
    this.ports.warn('what a status call said of a job could not be taken down', { take: id, why: String(error) });
  }
}

/** What a status tool is given to tell of a job. */
function askedWith({ arguments: others, argument, takesList }: JobMap['status'], job: string): JsonObject {
  return argument === undefined ? others : withArgument(others, argument, takesList ? [job] : job);
}

/** Whether the answer to a call of the status tool may tell of a job, by what the call asks for. */
function mayTell({ argument, each }: JobMap['status'], args: JsonObject, job: string): boolean {
  const asked = argument === undefined ? undefined : argumentAt(args, argument);
  if (asked === undefined) return each !== undefined;
  const ids: readonly unknown[] = Array.isArray(asked) ? asked : [asked];
  return ids.some((id) => (typeof id === 'string' || typeof id === 'number') && String(id) === job);
}

/** Whether an answer of many jobs names one; one of a single job is about that. */
function tellsOf({ each }: JobMap['status'], job: string, result: JsonObject): boolean {
  return each === undefined || readEntry(each, job, result) !== undefined;
}

/** Whether a list shows that a job ended; what became of it is the status tool's to tell. */
function listsEnd({ take, status, lists }: Watched, tool: string, result: JsonObject): boolean {
  const ends = [...status.succeeded, ...status.failed];
  return lists
    .filter((list) => list.tool === tool)
    .some((list) => {
      const told = readEntry(list, take.job.id, result)?.told;
      return told !== undefined && isOneOf(told, list.state ?? status.state, ends);
    });
}

/** What an answer says of a job, and the part of it that is about the job alone. */
function readingOf(
  { take, status }: Watched,
  answer: JsonObject,
): { readonly reading: JobReading; readonly ended: JsonObject } {
  const { id, quote } = take.job;
  if (status.each === undefined) return { reading: readJob(status, quote, answer), ended: answer };
  const entry = readEntry(status.each, id, answer);
  if (entry !== undefined) return { reading: readJob(status, quote, entry.told), ended: entry.result };
  const words = answer['isError'] === true ? wordsOf(answer) : '';
  const why = words === '' ? 'its list of jobs does not name this one' : words;
  return { reading: { kind: 'unclear', why }, ended: answer };
}

/** When a job may be asked for again, epoch milliseconds. */
function dueAt({ status, looks, askedAt }: Watched, haste: boolean): number {
  const factor = Math.min(growth ** looks, haste ? mostWithHaste : most);
  return askedAt + status.everySeconds * 1000 * factor;
}
