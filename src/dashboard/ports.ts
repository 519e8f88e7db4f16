import type { Account } from '../model/budget.js';
import type { MicroCredits } from '../model/credits.js';
import type { FeedbackBody } from '../model/feedback.js';
import type { Mode } from '../model/policy.js';
import type { Strength } from '../model/strength.js';
import type { Asset } from '../model/take.js';
import type { Workflow } from '../model/workflow.js';
import type { FlowProblem } from '../gate/flow/desk.js';
import type { Report } from '../gate/flow/report.js';
import type { Store } from '../gate/store-port.js';
import type { Texts } from '../gate/texts-port.js';
import type { LevelEntry, RulesPage, ServersPage, ToolEntry } from './api.js';

/** The person's password: whether there is one, and for how much it counts. */
export interface PersonPort {
  state(): Promise<'none' | 'late' | 'set'>;
  /** Sets the first password, or says why it cannot be taken. */
  setFirst(password: string): Promise<FlowProblem | undefined>;
  verify(password: string): Promise<boolean>;
}

/** What the dashboard shows and may do; whatever is not the store's comes in by these. */
export interface DashboardPorts {
  readonly store: Store;
  readonly texts: Texts;
  readonly project: string;
  readonly mode: Mode;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** IANA time zone on whose calendar days are counted. */
  readonly zone: string;
  readonly person: PersonPort;
  /** Whether a link that only reads may be made. */
  readonly allowsReadOnly: boolean;
  /** Budgets in force now. */
  budgets(): Promise<readonly Account[]>;
  /** Raises or lowers a limit (micro-credits) within the cap for extensions on demand. */
  setLimit(account: string, limit: MicroCredits, who: Strength): Promise<FlowProblem | undefined>;
  giveFeedback(take: string, body: FeedbackBody, who: Strength): Promise<FlowProblem | undefined>;
  report(): Promise<Report>;
  /** A workflow document as Markdown. */
  workflowText(document: Workflow): string;
  /** Why a rule is there, in words. */
  readonly ruleWhy: (rule: string) => string;
  readonly rules: () => Promise<RulesPage>;
  setLevel(entry: LevelEntry, who: Strength): Promise<FlowProblem | undefined>;
  readonly servers: () => Promise<ServersPage>;
  settleTool(server: string, tool: string, entry: ToolEntry, who: Strength): Promise<FlowProblem | undefined>;
  trustTool(server: string, tool: string, who: Strength): Promise<FlowProblem | undefined>;
  /** A picture of at most 100 KB; undefined where none can be made. */
  preview(asset: Asset): Promise<Buffer | undefined>;
  /** The files of the page, by name. */
  readonly page: ReadonlyMap<string, { readonly bytes: Buffer; readonly type: string }>;
}
