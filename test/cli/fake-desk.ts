import { EventEmitter } from 'node:events';
import { parseConfig, type ConfigInput } from '../../src/config.js';
import { openTexts } from '../../src/feedback/texts.js';
import type { NewTake, Store } from '../../src/gate/store-port.js';
import type { Approval } from '../../src/model/approval.js';
import type { Plan, PlanItem } from '../../src/model/plan.js';
import type { Asset } from '../../src/model/take.js';
import { openMemoryStore } from '../../src/stores/memory.js';
import type { SecretInput } from '../../src/cli/password-reader.js';
import type { Shell } from '../../src/cli/shell.js';
import type { Desk } from '../../src/cli/with-store.js';

/** One credit in micro-credits. */
export const CREDIT = 1_000_000;

/** The moment at which every desk of the tests stands. */
export const noon = Date.UTC(2026, 10, 22, 12);

/** A standard input that a test types into. */
export class FakeInput extends EventEmitter implements SecretInput {
  readonly modes: boolean[] = [];
  paused = true;

  constructor(readonly isTTY = false) {
    super();
  }

  setRawMode(raw: boolean): void {
    this.modes.push(raw);
  }

  setEncoding(): void {
    // Tests send text.
  }

  resume(): void {
    this.paused = false;
  }

  pause(): void {
    this.paused = true;
  }
}

/** A shell that keeps what is written; colours come out as `<name:text>`. */
export interface FakeShell extends Shell {
  readonly printed: string[];
  readonly said: string[];
  readonly exits: number[];
}

/** Makes a shell for a test. */
export function fakeShell(changes: Partial<Shell> = {}): FakeShell {
  const [printed, said, exits]: [string[], string[], number[]] = [[], [], []];
  const mark = (name: string) => (text: string) => `<${name}:${text}>`;
  const same = (text: string): string => text;
  return {
    texts: openTexts(),
    paint: { bold: same, dim: same, red: mark('red'), green: mark('green'), yellow: mark('yellow') },
    now: () => noon,
    input: new FakeInput(),
    print: (text) => void printed.push(text),
    say: (text) => void said.push(text),
    ask: (text) => void said.push(text),
    progress: () => ({ advance: () => undefined, end: () => undefined }),
    end: (code) => void exits.push(code),
    ...changes,
    printed,
    said,
    exits,
  };
}

/** A bar that only notes what is drawn: its label and total, every step, its end. */
export function countedBar(): { progress: Shell['progress']; drawn: unknown[] } {
  const drawn: unknown[] = [];
  const progress: Shell['progress'] = (label, total) => {
    drawn.push(label, total);
    return { advance: () => void drawn.push('one more'), end: () => void drawn.push('end') };
  };
  return { progress, drawn };
}

/** What a test's desk says differently from the usual one. */
export interface DeskChange {
  readonly config?: ConfigInput | undefined;
  readonly shell?: Partial<Shell> | undefined;
  /** Secrets that are given one after the other; afterwards nobody answers. */
  readonly secrets?: readonly string[] | undefined;
  readonly store?: Store | undefined;
}

/** A desk on a memory store of its own, in the project `poster`. */
export function fakeDesk(change: DeskChange = {}): Desk & { readonly shell: FakeShell } {
  const secrets = [...(change.secrets ?? [])];
  const config = parseConfig({ project: 'poster', ...change.config });
  return {
    file: '/project/greenlight.json',
    config,
    written: config,
    project: config.project,
    store: change.store ?? openMemoryStore({ clock: () => noon }),
    shell: fakeShell(change.shell),
    ask: () => Promise.resolve(secrets.shift()),
  };
}

/** Opens a session of the project that was just seen. */
export async function openSession(store: Store, id = 's_1'): Promise<void> {
  const times = { openedAt: noon - 60_000, seenAt: noon - 1000 };
  await store.saveSession({ id, project: 'poster', principal: 'me', client: 'test-client', ...times });
}

/** Leaves a waiting approval in the store. */
export function askApproval(store: Store, changes: Partial<Approval> = {}): Promise<Approval> {
  return store.openApproval({
    id: 'a_1',
    project: 'poster',
    session: 's_1',
    subject: 'call',
    digest: `digest-${changes.id ?? 'a_1'}`,
    title: 'studio: studio_text_to_image (flux-2-pro)',
    detail: JSON.stringify({ arguments: { prompt: 'A fox in snow', model: 'flux-2-pro' }, shot: 'fox', phase: 'hero' }),
    amount: 300 * CREDIT,
    reasons: ['ask-above/above'],
    state: 'pending',
    at: noon,
    expiresAt: noon + 15 * 60_000,
    ...changes,
  });
}

/** Leaves a take of ten credits in doubt in the store. */
export async function takeInDoubtOf(store: Store, id = 't_1', amountMicro = 10 * CREDIT): Promise<void> {
  await dispatchTake(store, id, amountMicro);
  await store.doubt(id, 'no answer');
}

/** Settles a take at what it holds. */
export async function settleTake(store: Store, id: string, assets: readonly Asset[] = []): Promise<void> {
  const held = (await store.take(id))?.held ?? 0;
  await store.settle({ take: id, outcome: 'succeeded', amount: held, costSource: 'book', assets, who: 'gate' });
}

/** Leaves a dispatched take of a living process in the store. */
export async function dispatchTake(
  store: Store,
  id = 't_1',
  amountMicro = 10 * CREDIT,
  changes: Partial<NewTake> = {},
): Promise<void> {
  await store.beat('lease-1');
  const held = await store.hold({
    take: {
      id,
      project: 'poster',
      session: 's_1',
      shot: 'fox',
      phase: 'explore',
      server: 'studio',
      tool: 'text_to_image',
      kind: 'image',
      tier: 'budget',
      count: 1,
      digest: `digest-${id}`,
      promptKey: `key-${id}`,
      cluster: id,
      prompt: 'A fox in snow',
      negativePrompt: '',
      shape: '',
      arguments: {},
      ...changes,
    },
    amount: amountMicro,
    accounts: [{ id: 'project:poster:none:all', scope: 'project', subject: 'poster' }],
    expect: {
      shotVersion: await store.shotVersion(changes.project ?? 'poster', changes.shot ?? 'fox'),
      promptKeyCount: 0,
    },
    lease: 'lease-1',
    ttlMs: 60_000,
  });
  if (held.kind !== 'held' || !(await store.dispatch(id, 'lease-1'))) throw new Error(`no hold: ${held.kind}`);
}

/** One accepted step of a plan, of ten credits a version. */
export function planItem(id: string, changes: Partial<PlanItem> = {}): PlanItem {
  const [shot = '', phase = 'explore'] = id.split('/');
  return {
    ...{ id, shot, phase: phase as PlanItem['phase'], purpose: 'concept', kind: 'image', server: 'studio' },
    ...{ tool: 'studio_text_to_image', tier: 'budget', prompt: 'A fox', count: 1, rounds: 1, audio: false },
    ...{ unit: 10 * CREDIT, estimate: 10 * CREDIT, acceptance: { state: 'accepted', by: 'policy' } },
    ...changes,
  };
}

/** Stores the next version of the plan. */
export function planOf(store: Store, id: string, items: readonly PlanItem[]): Promise<Plan> {
  const total = items.reduce((sum, { estimate = 0 }) => sum + estimate, 0);
  return store.savePlan('poster', id, { items, total, at: noon });
}
