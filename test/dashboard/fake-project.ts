import type {
  AskedView,
  Board,
  BudgetView,
  LedgerRow,
  Money,
  Now,
  RulesPage,
  ServersPage,
  TakeDetail,
  TakeView,
  WaitingView,
  WorkflowPage,
} from '../../src/dashboard/api.js';

/** A made-up project as the dashboard's routes tell it; every list may be changed by what the person does. */
export interface FakeProject {
  now: Now;
  /** Every request, waiting or not, as its own address tells it. */
  asked: AskedView[];
  takes: TakeView[];
  board: Board;
  money: Money;
  ledger: LedgerRow[];
  workflow: WorkflowPage;
  rules: RulesPage;
  servers: ServersPage;
}

const START = Date.UTC(2026, 2, 2, 9);
const MINUTE_MS = 60_000;
const SHOTS = [
  ['hero-packshot', 'The bottle on wet slate, for the front page', 'image', 'hero'],
  ['morning-kitchen', 'First light in the kitchen, for the story post', 'image', 'select'],
  ['pour-film', 'Six seconds of the pour, for the feed', 'video', 'explore'],
  ['voice-over', 'A calm voice over the pour', 'voice', 'explore'],
] as const;
const PROMPTS = [
  'A glass bottle of cold-pressed apple juice on wet black slate, one soft window from the left, droplets on the label',
  'A glass bottle of cold-pressed apple juice on wet grey slate, one soft window from the left, droplets on the label, a cut apple behind it',
  'The same bottle from a little above, slate darker, the window light warmer, no droplets',
];
const MODELS = ['lumen-draft', 'lumen-pro', 'reel-2'];

const NOTES = {
  approve: null,
  refine: 'Warmer light, and the label must be readable.',
  reject: 'Too staged.',
} as const;

const at = (minutes: number): string => new Date(START + minutes * MINUTE_MS).toISOString();

function takeOf(index: number, count: number): TakeView {
  const [shot, , kind, phase] = SHOTS[index % SHOTS.length] ?? SHOTS[0];
  const verdicts = ['approve', 'refine', null, 'reject', null] as const;
  const verdict = verdicts[index % verdicts.length] ?? null;
  const released = index % 11 === 7;
  return {
    id: `take-${index}`,
    shot,
    phase,
    kind,
    server: 'lumen',
    tool: kind === 'image' ? 'generate_image' : `generate_${kind}`,
    model: MODELS[index % MODELS.length] ?? null,
    tier: index % 4 === 0 ? 'premium' : 'draft',
    prompt: PROMPTS[(index >> 2) % PROMPTS.length] ?? '',
    state: released ? 'released' : 'posted',
    outcome: released ? 'failed' : 'made',
    held: 0,
    paid: released ? 0 : 4 + (index % 3) * 2.5,
    at: at(index * 7 - (count - 40) * 7),
    endedAt: at(index * 7 - (count - 40) * 7 + 1),
    because: index % 6 === 0 ? 'The first one was too dark to read the label.' : null,
    assets: released ? [] : [{ id: `asset-${index}`, mimeType: mimeOf(kind), bytes: 48_000 }],
    feedback: verdict === null || released ? null : { verdict, note: NOTES[verdict], by: 'person' },
    madeFrom: index >= 4 && index % 5 === 0 ? [`take-${index - 4}`] : [],
  };
}

function mimeOf(kind: string): string {
  if (kind === 'video') return 'video/mp4';
  return kind === 'voice' ? 'audio/wav' : 'image/png';
}

const budget = (account: string, title: string, limit: number, spent: number, held: number): BudgetView => ({
  account,
  scope: account,
  title,
  limit,
  soft: limit * 0.8,
  spent,
  held,
  left: limit - spent - held,
  resetsAt: account === 'project' ? null : at(900),
  mayExtendBy: account === 'session' ? 100 : 0,
  drift: Math.max(0, spent - limit * 0.8),
});

/** A request that waits, with everything that a card can show. */
export function waitingOf(id: string, credits: number | null): WaitingView {
  return {
    id,
    subject: 'call',
    title: 'Six seconds of film on reel-2',
    session: 'session-7f',
    shot: 'pour-film',
    phase: 'hero',
    server: 'lumen',
    tool: 'generate_video',
    model: 'reel-2',
    prompt: 'Juice pours in one clear ribbon into a low glass, backlit by a morning window, camera still, six seconds',
    negativePrompt: 'text, hands',
    arguments: { prompt: 'Juice pours in one clear ribbon …', seconds: 6, resolution: '1080p', audio: false },
    credits,
    reasons: [
      { code: 'ask-above', words: 'It costs 120 credits, more than the 40 that pass without your yes.' },
      {
        code: 'stills-first',
        words: 'No still of this shot is approved yet; film is the dearest way to look for a picture.',
      },
    ],
    cheaper: [
      { title: 'A still of the same moment on lumen-draft', credits: 4 },
      { title: 'Three seconds at 720p', credits: 38 },
    ],
    because: 'The client wants to see motion before Friday.',
    at: new Date(Date.now() - 4 * MINUTE_MS).toISOString(),
    expiresAt: new Date(Date.now() + 26 * MINUTE_MS).toISOString(),
    mayEdit: true,
  };
}

function boardOf(takes: readonly TakeView[]): Board {
  return {
    phases: ['explore', 'select', 'hero', 'finish'],
    shots: SHOTS.map(([shot, purpose, kind, phase]) => {
      const mine = takes.filter((take) => take.shot === shot);
      return {
        shot,
        purpose,
        kind,
        phase,
        locked: mine.find(({ feedback }) => feedback?.verdict === 'approve') ?? null,
        latest: mine[0] ?? null,
        counts: {},
        takes: mine.length,
        paid: mine.reduce((sum, { paid }) => sum + paid, 0),
        planned: 90,
      };
    }),
  };
}

function moneyOf(takes: readonly TakeView[]): Money {
  const sliceBy = (of: (take: TakeView) => string) =>
    [...new Set(takes.map(of))].map((name) => {
      const mine = takes.filter((take) => of(take) === name);
      return {
        name,
        credits: mine.reduce((sum, { paid }) => sum + paid, 0),
        takes: mine.length,
        kept: mine.filter(({ feedback }) => feedback?.verdict === 'approve').length,
      };
    });
  const spent = takes.reduce((sum, { paid }) => sum + paid, 0);
  const shares = [0.08, 0.14, 0, 0.31, 0.12, 0.27, 0.08];
  const totals = shares.map((_, day) => shares.slice(0, day + 1).reduce((sum, share) => sum + share, 0));
  const kept = takes.filter(({ feedback }) => feedback?.verdict === 'approve').length;
  return {
    spent,
    planned: 360,
    kept,
    perKept: kept === 0 ? null : spent / kept,
    burn: shares.map((share, day) => ({
      day: `2026-03-0${day + 2}`,
      spent: Math.round(share * spent),
      total: Math.round((totals[day] ?? 0) * spent),
    })),
    byPhase: sliceBy(({ phase }) => phase),
    byModel: sliceBy(({ model }) => model ?? ''),
    byShot: sliceBy(({ shot }) => shot),
    savings: [
      { rule: 'rerun', words: 'the same again, already paid for', times: 6, credits: 41 },
      { rule: 'one-version', words: 'several versions asked for at once', times: 9, credits: 63.5 },
      { rule: 'stills-first', words: 'film before a still was approved', times: 2, credits: 240 },
    ],
  };
}

const workflow: WorkflowPage = {
  brief: {
    title: 'Orchard juice, spring launch',
    lines: [
      { name: 'Goal', text: 'One picture and one short film that sell freshness without a smile in them' },
      { name: 'Audience', text: 'People who cook on weekdays' },
      { name: 'Tone', text: 'Quiet, cold, morning' },
    ],
  },
  plan: {
    version: 3,
    total: 360,
    style: 'wet slate, one window',
    items: SHOTS.map(([shot, purpose, , phase], index) => ({
      item: `item-${index}`,
      shot,
      phase,
      purpose,
      model: MODELS[index % MODELS.length] ?? null,
      prompt: PROMPTS[index % PROMPTS.length] ?? '',
      count: 3,
      estimate: 90,
      made: index,
    })),
  },
  documents: [
    {
      name: 'product-stills',
      versions: [
        { version: 2, at: at(300), by: 'agent', draft: true },
        { version: 1, at: at(20), by: 'person', draft: false },
      ],
    },
  ],
  prompts: [{ prompt: PROMPTS[0] ?? '', kind: 'image', model: 'lumen-pro', project: 'orchard', paid: 6.5 }],
};

const rules: RulesPage = {
  levels: ['off', 'note', 'fix', 'nudge', 'ask', 'block'],
  preset: 'creator',
  rules: [
    {
      rule: 'rerun',
      why: 'The same request again buys the same picture again.',
      turnOff: 'Where you draw many of one prompt on purpose.',
      codes: [
        { code: 'rerun.certain', usual: 'block', now: 'block', fired: 6, lastAt: at(400) },
        { code: 'rerun.suspect', usual: 'nudge', now: 'nudge', fired: 2, lastAt: at(380) },
      ],
    },
    {
      rule: 'one-version',
      why: 'One version first, then more of what was good.',
      turnOff: 'Where variants are the product.',
      codes: [{ code: 'one-version.many', usual: 'fix', now: 'ask', fired: 9, lastAt: at(410) }],
    },
    {
      rule: 'stills-first',
      why: 'Film costs thirty times a still: look for the picture in stills.',
      turnOff: 'Where a film has no single picture to begin from.',
      codes: [{ code: 'stills-first.none', usual: 'nudge', now: 'nudge', fired: 0, lastAt: null }],
    },
  ],
  changes: [{ at: at(60), who: 'person', words: 'one-version.many: fix → ask' }],
};

const tool = (name: string, more: Partial<ServersPage['servers'][number]['tools'][number]>) => ({
  tool: name,
  kind: 'image',
  cost: 'paid' as const,
  price: '4 credits each',
  source: 'preset',
  because: ['its name says so'],
  trust: 'pass' as const,
  changes: null,
  ...more,
});

const servers: ServersPage = {
  servers: [
    {
      server: 'lumen',
      reach: 'npx lumen-mcp',
      trouble: null,
      tools: [
        tool('generate_image', {}),
        tool('list_models', { cost: 'free', price: null, kind: 'other' }),
        tool('upscale', {
          cost: 'unknown',
          price: null,
          source: 'classifier',
          because: ['its description names no price'],
        }),
        tool('generate_video', {
          kind: 'video',
          trust: 'changed',
          changes: [
            { kind: 'same', text: 'Makes a film of ' },
            { kind: 'out', text: 'up to six seconds' },
            { kind: 'in', text: 'five seconds or more, billed by the second' },
          ],
        }),
      ],
    },
  ],
  stalePrices: [{ key: 'lumen/reel-2', asOf: '2025-08-01', words: 'Seven months old: look it up and state it anew.' }],
};

/** A project with `count` takes, newest first. */
export function fakeProject(count: number): FakeProject {
  const takes = Array.from({ length: count }, (_, index) => takeOf(index, count)).reverse();
  const running: TakeView = {
    ...takeOf(2, count),
    id: 'take-running',
    state: 'dispatched',
    assets: [],
    feedback: null,
    held: 38,
    paid: 0,
    at: new Date(Date.now() - MINUTE_MS).toISOString(),
  };
  const shown = count === 0 ? [] : takes;
  const waiting = count === 0 ? [] : [waitingOf('ask-1', 120), waitingOf('ask-2', null), waitingOf('ask-3', 44)];
  return {
    now: {
      project: 'orchard-juice',
      mode: 'enforce',
      budgets: [budget('session', 'This session', 200, 164, 20), budget('project', 'Orchard juice', 600, 231.5, 38)],
      waiting,
      running: count === 0 ? [] : [running],
      notices: [],
      sessions: [
        { id: 'session-7f', client: 'claude-desktop', since: new Date(Date.now() - 55 * MINUTE_MS).toISOString() },
      ],
    },
    asked: [
      ...waiting.map(({ id, title }) => ({ id, title, state: 'pending' as const })),
      { id: 'ask-0', title: 'A poster on lumen', state: 'denied' },
    ],
    takes: shown,
    board: count === 0 ? { shots: [], phases: [] } : boardOf(shown),
    money: count === 0 ? { ...moneyOf([]), burn: [], savings: [] } : moneyOf(shown.slice(0, 40)),
    ledger: shown.flatMap((take, index): LedgerRow[] => {
      const row = { account: 'session', take: take.id, shot: take.shot, at: take.at, who: null };
      const seq = (shown.length - index) * 2;
      return [
        { ...row, seq, kind: take.state === 'released' ? 'release' : 'post', held: -take.paid, spent: take.paid },
        { ...row, seq: seq - 1, kind: 'hold', held: take.paid, spent: 0 },
      ];
    }),
    workflow: count === 0 ? { brief: null, plan: null, documents: [], prompts: [] } : workflow,
    rules,
    servers,
  };
}

/** A take as its own page tells it. */
export function detailOf(project: FakeProject, id: string): TakeDetail | undefined {
  const index = project.takes.findIndex((one) => one.id === id);
  const take = project.takes[index];
  if (take === undefined) return undefined;
  const before = project.takes.slice(index + 1).find(({ shot }) => shot === take.shot);
  return {
    ...take,
    negativePrompt: 'text, people',
    seed: index % 3 === 0 ? 1234 : null,
    arguments: { prompt: take.prompt, size: '1024x1024' },
    costSource: 'preset',
    previous: before
      ? {
          take: before.id,
          parts: [
            { kind: 'same', text: 'A glass bottle of apple juice on wet ' },
            { kind: 'out', text: 'black' },
            { kind: 'in', text: 'grey' },
            { kind: 'same', text: ' slate, one soft window from the left' },
          ],
          words: 'black → grey (colour)',
        }
      : null,
    lineage: {
      from: project.takes.filter((other) => take.madeFrom.includes(other.id)),
      into: project.takes.filter((other) => other.madeFrom.includes(take.id)),
    },
  };
}
