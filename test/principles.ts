/** One habit that saves credits, and what of the gate keeps it at the moment of spending. */
export interface Principle {
  readonly id: string;
  readonly habit: string;
  /** Rules whose findings are recorded when it acts; empty where a price, a plan or a report keeps it. */
  readonly rules: readonly string[];
  /** What else keeps it: own tools, prices, the ledger. */
  readonly also: readonly string[];
}

/** Every principle that the gate knows. Each is cited by a scenario in which it was seen to act. */
export const principles: readonly Principle[] = [
  { id: 'A1', habit: 'brainstorm first, free of charge', rules: ['plan-first'], also: ['brainstorm'] },
  { id: 'A2', habit: 'plan every asset before the first spend', rules: ['plan-first'], also: ['plan'] },
  { id: 'A3', habit: 'save the workflow and load it at the next start', rules: [], also: ['workflow'] },
  { id: 'A4', habit: 'a proven workflow becomes an app with inputs', rules: [], also: ['workflow'] },
  { id: 'A5', habit: 'four questions before each generation', rules: [], also: ['estimate'] },
  { id: 'A6', habit: 'keep the prompts that worked the first time', rules: [], also: ['workflow', 'plan', 'report'] },
  { id: 'B1', habit: 'change something before regenerating', rules: ['rerun'], also: [] },
  { id: 'B2', habit: 'after three misses the prompt is the problem', rules: ['three-strikes'], also: [] },
  { id: 'B3', habit: 'say subject, setting, light, composition', rules: ['vague-prompt'], also: ['estimate'] },
  { id: 'B4', habit: 'say what must not appear in the tool’s own form', rules: ['vague-prompt'], also: ['feedback'] },
  { id: 'B5', habit: 'iterate on the prompt with a cheap model', rules: ['tier-for-phase'], also: ['report'] },
  { id: 'B6', habit: 'permutations are as many jobs as they make', rules: ['one-version'], also: ['price', 'plan'] },
  { id: 'C1', habit: 'one version, then wait', rules: ['one-version', 'await-feedback'], also: ['feedback'] },
  { id: 'C2', habit: 'batches on a refined prompt in select', rules: ['batch', 'one-version'], also: ['plan'] },
  { id: 'C3', habit: 'a free grid is not cut down', rules: [], also: ['price'] },
  { id: 'C4', habit: 'settle by outcome; rejects are spend', rules: [], also: ['ledger', 'report'] },
  { id: 'D1', habit: 'explore, select, hero, finish', rules: ['tier-for-phase', 'finish-winner-only'], also: ['plan'] },
  { id: 'D2', habit: 'the tier follows the phase', rules: ['tier-for-phase'], also: ['plan'] },
  { id: 'D3', habit: 'the purpose sets the quality', rules: ['tier-for-phase'], also: ['plan'] },
  { id: 'D4', habit: 'the simplest model that will do', rules: ['cheaper-model'], also: ['estimate'] },
  { id: 'D5', habit: 'short, low video drafts', rules: ['draft-low'], also: [] },
  { id: 'D6', habit: 'iterate small, then make it natively large', rules: ['draft-low'], also: [] },
  { id: 'D7', habit: 'spend where it counts', rules: ['tier-for-phase', 'budget'], also: [] },
  { id: 'D8', habit: 'cheaper lanes for what is not urgent', rules: ['cheaper-lane'], also: [] },
  { id: 'D9', habit: 'no premium sound for drafts and backgrounds', rules: ['tier-for-phase'], also: ['plan'] },
  { id: 'E1', habit: 'no sound that will be replaced', rules: ['silent-video'], also: [] },
  { id: 'E2', habit: 'stills before video', rules: ['stills-first'], also: [] },
  { id: 'E3', habit: 'reframe, do not start over', rules: ['edit-first'], also: [] },
  { id: 'E4', habit: 'edit the part that is wrong', rules: ['edit-first'], also: [] },
  { id: 'E5', habit: 'upscale only the approved winner', rules: ['finish-winner-only'], also: [] },
  { id: 'E6', habit: 'remove backgrounds early', rules: ['plan-order'], also: [] },
  { id: 'E7', habit: 'the resolution follows the use', rules: ['draft-low'], also: ['price', 'plan'] },
  { id: 'E8', habit: 'the same request again is served from store', rules: ['replay'], also: [] },
  { id: 'F1', habit: 'budgets by session, project, client, phase, month', rules: ['budget'], also: [] },
  { id: 'F2', habit: 'drift past a rough budget asks', rules: ['budget'], also: [] },
  { id: 'F3', habit: 'a hard limit that only a person extends', rules: ['budget'], also: ['approval'] },
  { id: 'F4', habit: 'check balance and prices before a large batch', rules: [], also: ['plan', 'budget'] },
  { id: 'F5', habit: 'spend first what lapses first', rules: [], also: ['budget'] },
  { id: 'F6', habit: 'plan and pack by measured use', rules: [], also: ['report'] },
  { id: 'F7', habit: 'presets by kind of user', rules: [], also: ['config'] },
  { id: 'F8', habit: 'cost against the fee', rules: [], also: ['report'] },
  { id: 'F9', habit: 'running low is said before the hard stop', rules: ['budget'], also: ['plan'] },
  { id: 'F10', habit: 'credits about to lapse are offered uses', rules: [], also: ['budget', 'plan'] },
  { id: 'F11', habit: 'a price nobody has seen stops a batch', rules: ['unknown-price'], also: ['plan'] },
  { id: 'G1', habit: 'credits by project, phase, model and shot', rules: [], also: ['report'] },
  { id: 'G2', habit: 'value by model and server, waste, first-time prompts', rules: [], also: ['report'] },
  { id: 'G3', habit: 'what was saved, honestly', rules: [], also: ['report'] },
];
