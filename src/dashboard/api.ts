/**
 * What the dashboard's routes and its page say to each other. Amounts are credits, times are ISO 8601 in UTC, lengths are
 * milliseconds where the name says so. Every answer is JSON; every change is a POST with the header `x-greenlight-token`
 * and needs a signed-in person; what failed answers {@link Trouble} with the status of its `code`.
 */

/** Why a request was not carried out; `message` and `next` are for people. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  /** What to do instead. */
  readonly next: string;
}

/** `GET /api/door`: who looks at the page, known before signing in. */
export interface Door {
  /**
   * `first` = no password yet: the page asks for a new one; `closed` = sign in; `open` = signed in; `reading` = by a
   * read-only link. A cookie without the token that was given with it is `closed` too.
   */
  readonly state: 'first' | 'closed' | 'open' | 'reading';
  readonly project: string;
  /**
   * The token to send with every request, given once, with the answer to signing in. The page keeps it in its session
   * storage, which unlike a cookie is not shared with other ports of this machine. Null in every other answer.
   */
  readonly token: string | null;
  /** The password was set after an agent's first call and is not confirmed yet: what is decided here counts as `client`. */
  readonly passwordLate: boolean;
  /** Whether the page may be looked at without the password: `POST /api/door/reading` `{}`, off unless the config says so. */
  readonly mayRead: boolean;
  /** Earliest next try after too many wrong passwords. */
  readonly lockedUntil: string | null;
  readonly version: string;
}

/** `POST /api/door/first` `{ password }`, `POST /api/door/in` `{ password }`, `POST /api/door/out` `{}`: answers {@link Door}. */
export interface PasswordEntry {
  readonly password: string;
}

/** An amount of money with its limits. */
export interface BudgetView {
  readonly account: string;
  /** `session`, `project`, `client`, `phase` … */
  readonly scope: string;
  readonly title: string;
  readonly limit: number | null;
  readonly soft: number | null;
  readonly spent: number;
  readonly held: number;
  readonly left: number | null;
  readonly resetsAt: string | null;
  /** How much a person may still add on demand; null where there is no cap, 0 where nothing may be added. */
  readonly mayExtendBy: number | null;
  /** Spent beyond the soft limit. */
  readonly drift: number;
}

/** A cheaper legal way, as the refusal tells the agent. */
export interface Cheaper {
  readonly title: string;
  readonly credits: number | null;
}

/** Something that waits for a person's yes or no. */
export interface WaitingView {
  readonly id: string;
  readonly subject: 'call' | 'plan-item' | 'budget';
  readonly title: string;
  readonly session: string;
  readonly shot: string | null;
  readonly phase: string | null;
  readonly server: string | null;
  readonly tool: string | null;
  readonly model: string | null;
  readonly prompt: string | null;
  readonly negativePrompt: string | null;
  /** The exact arguments that would be sent. */
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Null = price unknown. */
  readonly credits: number | null;
  readonly reasons: readonly { readonly code: string; readonly words: string }[];
  readonly cheaper: readonly Cheaper[];
  /** The agent's own word on it, to be shown as a quotation. */
  readonly because: string | null;
  readonly at: string;
  readonly expiresAt: string;
  /** Whether it may be answered with changes: the agent is told to make the changed call instead. */
  readonly mayEdit: boolean;
}

/** `GET /api/approvals/:id`: what became of a request of this project, whether it still waits or not. */
export interface AskedView {
  readonly id: string;
  readonly title: string;
  readonly state: 'pending' | 'approved' | 'denied' | 'expired' | 'consumed';
}

/** `GET /api/now`. */
export interface Now {
  readonly project: string;
  readonly mode: 'enforce' | 'shadow' | 'off';
  readonly budgets: readonly BudgetView[];
  readonly waiting: readonly WaitingView[];
  /** Takes that run or are in doubt. */
  readonly running: readonly TakeView[];
  readonly notices: readonly { readonly level: 'info' | 'warn'; readonly words: string }[];
  readonly sessions: readonly { readonly id: string; readonly client: string; readonly since: string }[];
}

/**
 * `POST /api/approvals/:id` : `approve`, or `deny` with a note to the agent, or `edit`: a no whose note holds the changed
 * prompt or arguments that the agent should call with instead. Answers {@link Now}.
 */
export interface DecisionEntry {
  readonly decision: 'approve' | 'deny' | 'edit';
  readonly note?: string;
  /** With `edit`: the prompt to use instead. */
  readonly prompt?: string;
}

/** `POST /api/budgets/:account` : a new limit in credits, within the on-demand cap. Answers {@link Now}. */
export interface BudgetEntry {
  readonly limit: number;
}

/** A person's word on a take; `another` asks for one more of the same, on purpose. */
export type Verdict = 'approve' | 'refine' | 'reject' | 'another';

/** A stored output: its bytes at `/assets/:id`, a picture of at most 100 KB at `/assets/:id/preview`. */
export interface AssetView {
  readonly id: string;
  readonly mimeType: string;
  readonly bytes: number;
}

/** One paid call and what came of it. */
export interface TakeView {
  readonly id: string;
  readonly shot: string;
  readonly phase: string;
  readonly kind: string;
  readonly server: string;
  readonly tool: string;
  readonly model: string | null;
  readonly tier: string;
  readonly prompt: string;
  readonly state: 'held' | 'dispatched' | 'in_doubt' | 'posted' | 'released';
  readonly outcome: string;
  readonly held: number;
  readonly paid: number;
  readonly at: string;
  readonly endedAt: string | null;
  readonly because: string | null;
  readonly assets: readonly AssetView[];
  readonly feedback: {
    readonly verdict: Verdict;
    readonly note: string | null;
    readonly by: string;
  } | null;
  readonly madeFrom: readonly string[];
}

/** A run of a prompt difference: kept, left out or put in. */
export interface DifferencePart {
  readonly kind: 'same' | 'out' | 'in';
  readonly text: string;
}

/** `GET /api/takes/:id`. */
export interface TakeDetail extends TakeView {
  readonly negativePrompt: string;
  readonly seed: number | null;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly costSource: string | null;
  /** The take of the same shot before it, and how the prompts differ. */
  readonly previous: {
    readonly take: string;
    readonly parts: readonly DifferencePart[];
    readonly words: string;
  } | null;
  readonly lineage: { readonly from: readonly TakeView[]; readonly into: readonly TakeView[] };
}

/** `GET /api/takes?shot=&phase=&state=&verdict=&q=&before=<cursor>&limit=` : newest first, at most 200 a page. */
export interface TakePage {
  readonly takes: readonly TakeView[];
  readonly total: number;
  readonly next: string | null;
}

/** `GET /api/board`: shots in the order of the plan, the unplanned ones after them; takes come by {@link TakePage}. */
export interface Board {
  readonly shots: readonly BoardShot[];
  readonly phases: readonly string[];
}

/** One deliverable on the board. */
export interface BoardShot {
  readonly shot: string;
  readonly purpose: string | null;
  readonly kind: string | null;
  /** Phase that it stands in by the ledger. */
  readonly phase: string | null;
  /** The take that a person approved last. */
  readonly locked: TakeView | null;
  readonly latest: TakeView | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly takes: number;
  readonly paid: number;
  readonly planned: number | null;
}

/** `POST /api/takes/:id/feedback`. Answers {@link TakeDetail}. */
export interface FeedbackEntry {
  readonly verdict: Verdict;
  readonly note?: string;
}

/** `GET /api/money`. */
export interface Money {
  readonly spent: number;
  readonly planned: number | null;
  readonly perKept: number | null;
  readonly kept: number;
  /** Spent so far by the end of each day, oldest first; days in the budget's zone, `YYYY-MM-DD`. */
  readonly burn: readonly { readonly day: string; readonly spent: number; readonly total: number }[];
  readonly byPhase: readonly Slice[];
  readonly byModel: readonly Slice[];
  readonly byShot: readonly Slice[];
  readonly savings: readonly {
    readonly rule: string;
    readonly words: string;
    readonly times: number;
    readonly credits: number;
  }[];
}

/** A part of the spending. */
export interface Slice {
  readonly name: string;
  readonly credits: number;
  readonly takes: number;
  readonly kept: number;
}

/** One movement. */
export interface LedgerRow {
  readonly seq: number;
  readonly at: string;
  readonly kind: 'hold' | 'post' | 'release' | 'overrun' | 'limit';
  readonly account: string;
  readonly take: string | null;
  readonly shot: string | null;
  readonly held: number;
  readonly spent: number;
  readonly who: string | null;
}

/** `GET /api/ledger?kind=&account=&q=&before=<seq>&limit=`; `GET /api/ledger.csv` with the same filters. */
export interface LedgerPage {
  readonly rows: readonly LedgerRow[];
  readonly total: number;
  readonly next: number | null;
}

/** `GET /api/workflow`. */
export interface WorkflowPage {
  readonly brief: {
    readonly title: string;
    readonly lines: readonly { readonly name: string; readonly text: string }[];
  } | null;
  readonly plan: {
    readonly version: number;
    readonly total: number;
    readonly style: string | null;
    readonly items: readonly {
      readonly item: string;
      readonly shot: string;
      readonly phase: string;
      readonly purpose: string;
      readonly model: string | null;
      readonly prompt: string;
      readonly count: number;
      readonly estimate: number | null;
      readonly made: number;
    }[];
  } | null;
  readonly documents: readonly {
    readonly name: string;
    readonly versions: readonly {
      readonly version: number;
      readonly at: string;
      readonly by: string;
      readonly draft: boolean;
    }[];
  }[];
  readonly prompts: readonly {
    readonly prompt: string;
    readonly kind: string;
    readonly model: string | null;
    readonly project: string;
    readonly paid: number;
  }[];
}

/** `GET /api/workflow/:name?version=&against=`: a document's text, and what changed against another version. */
export interface WorkflowDocument {
  readonly name: string;
  readonly version: number;
  readonly draft: boolean;
  readonly text: string;
  readonly changes: readonly DifferencePart[] | null;
}

/** `POST /api/workflow/:name/accept` `{ version }`: a draft becomes the person's. Answers {@link WorkflowPage}. */
export interface AcceptEntry {
  readonly version: number;
}

/** `GET /api/rules`. */
export interface RulesPage {
  readonly levels: readonly string[];
  readonly preset: string | null;
  readonly rules: readonly {
    readonly rule: string;
    readonly why: string;
    readonly turnOff: string;
    readonly codes: readonly {
      readonly code: string;
      readonly usual: string;
      readonly now: string;
      readonly fired: number;
      readonly lastAt: string | null;
    }[];
  }[];
  readonly changes: readonly { readonly at: string; readonly who: string; readonly words: string }[];
}

/** `POST /api/rules` : `default` takes the person's word back. Answers {@link RulesPage}. */
export interface LevelEntry {
  readonly code: string;
  readonly level: string;
}

/** `GET /api/servers`. */
export interface ServersPage {
  readonly servers: readonly {
    readonly server: string;
    readonly reach: string;
    readonly trouble: string | null;
    readonly tools: readonly ToolRow[];
  }[];
  readonly stalePrices: readonly { readonly key: string; readonly asOf: string; readonly words: string }[];
}

/** What one tool is taken for. */
export interface ToolRow {
  readonly tool: string;
  readonly kind: string;
  readonly cost: 'free' | 'paid' | 'unknown';
  readonly price: string | null;
  readonly source: string;
  readonly because: readonly string[];
  /** `pass`, or why calls are held back until a person has seen the difference. */
  readonly trust: 'pass' | 'new' | 'changed';
  readonly changes: readonly DifferencePart[] | null;
}

/** `POST /api/servers/:server/tools/:tool` : settles what a tool is. Answers {@link ServersPage}. */
export interface ToolEntry {
  readonly cost: 'free' | 'paid';
  readonly kind?: string;
  readonly credits?: number;
  readonly unit?: string;
}

/** `POST /api/servers/:server/tools/:tool/trust` `{}`: the changed definition has been seen. Answers {@link ServersPage}. */
export type TrustEntry = Readonly<Record<string, never>>;

/** `GET /api/live`: server-sent events; each names what should be read again. Sent at least every 15 s (`beat`). */
export type LiveEvent = 'now' | 'takes' | 'money' | 'rules' | 'servers' | 'workflow' | 'beat';
