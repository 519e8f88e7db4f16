/**
 * The acceptance model's numbers. README.md says where each comes from; those marked as guesses are moved to both ends in
 * the sensitivity table.
 */
export const base = {
  name: 'base',
  /** Share of the wishes said with the request, and when asked. */
  wishSaid: 0.3,
  wishAsked: 0.4,
  /** How often a model gets a wish right that nobody told it. */
  luck: 0.3,
  /** How often a model misreads a wish that the prompt holds, by tier. */
  misread: { budget: 0.12, standard: 0.08, premium: 0.05 },
  /** Share of such luck and misreading that the same prompt on the same model repeats. */
  stick: 0.92,
  /** How often an output is spoilt by chance alone (a hand, a glitch), by tier. */
  fault: { budget: 0.12, standard: 0.1, premium: 0.08 },
  /** Share of the wishes on which all models agree in luck and misreading. */
  carry: 0.5,
  /** Wrong wishes that a person lets pass, by what is at stake. */
  tolerance: { low: 2, middle: 1, high: 0 },
  /** How often a person takes an output of a lower tier than wanted. */
  underTier: 0.15,
  /** Wrong wishes that a person names after one look. */
  named: 2,
  /** Looks at one shot after which a person lets one wrong wish more pass, and after which they give it up. */
  tiredAfter: 5,
  patience: 10,
  /** How often an edit does what it says. */
  editFixes: 0.85,
  /** What a still settles for the film made from it. */
  keyframe: 0.95,
  /** Share of the wishes said "when asked" that a brainstorm which the gate demands brings out, by agent. */
  demandedBrainstorm: { naive: 0.6, typical: 0.8, disciplined: 1 },
  /** How often an agent that is told to plan follows the phases instead of planning what it wanted to do anyway. */
  plansInPhases: { naive: 0.5, typical: 0.8, disciplined: 1 },
  /** Credits that a person puts up for a job, as a multiple of what careful work on it costs. */
  wallet: 20,
  /** `careful`: says yes by price and stake; `always`: waves everything through. */
  person: 'careful',
  /** `mixed`, `premium` (everything on the dearest usual model) or `standard`. */
  naiveModels: 'mixed',
};

/** Both ends of each guess, one at a time, and bundles at the end. */
export const variations = [
  { name: 'luck 0.1', luck: 0.1 },
  { name: 'luck 0.5', luck: 0.5 },
  { name: 'dice: half of the problems are chance', stick: 0.5, fault: { budget: 0.3, standard: 0.3, premium: 0.25 } },
  { name: 'no dice: nothing is chance', stick: 1, fault: { budget: 0.02, standard: 0.02, premium: 0.02 } },
  { name: 'models misread twice as often', misread: { budget: 0.24, standard: 0.16, premium: 0.1 } },
  { name: 'drafts say nothing of the final model', carry: 0 },
  { name: 'drafts say all of the final model', carry: 1 },
  { name: 'strict person', tolerance: { low: 1, middle: 0, high: 0 } },
  { name: 'lenient person', tolerance: { low: 3, middle: 2, high: 1 } },
  { name: 'tier hardly matters', underTier: 0.7 },
  { name: 'all said at once', wishSaid: 0.7, wishAsked: 0.2 },
  { name: 'nearly all tacit', wishSaid: 0.15, wishAsked: 0.15 },
  { name: 'edits mostly fail', editFixes: 0.5 },
  { name: 'keyframes settle half', keyframe: 0.5 },
  { name: 'impatient person', tiredAfter: 3, patience: 5 },
  { name: 'the demanded brief is made up', demandedBrainstorm: { naive: 0, typical: 0.2, disciplined: 1 } },
  { name: 'told to plan, plans in phases', plansInPhases: { naive: 1, typical: 1, disciplined: 1 } },
  { name: 'told to plan, plans premium', plansInPhases: { naive: 0, typical: 0.3, disciplined: 1 } },
  { name: 'tight wallet', wallet: 4 },
  { name: 'wallet without end', wallet: 1000 },
  { name: 'person says yes to all', person: 'always' },
  { name: 'naive on standard models', naiveModels: 'standard' },
  { name: 'naive on premium models only', naiveModels: 'premium' },
  {
    name: 'all against the gate',
    ...{ luck: 0.5, stick: 0.5, carry: 0, underTier: 0.7, editFixes: 0.5, keyframe: 0.5, person: 'always' },
    fault: { budget: 0.3, standard: 0.3, premium: 0.25 },
    tolerance: { low: 3, middle: 2, high: 1 },
    demandedBrainstorm: { naive: 0, typical: 0.2, disciplined: 1 },
    plansInPhases: { naive: 0, typical: 0.3, disciplined: 1 },
    naiveModels: 'standard',
  },
];

/** The base with one variation laid over it. */
export const parametersOf = (variation = {}) => ({ ...base, ...variation });
