// Scores of a reader of prompt pairs: how often "this is a re-run" is right, and how many re-runs it finds.

/** The three figures, each 0 to 1; where nothing could be right or wrong the figure is 1. */
function figuresOf(judged) {
  const reruns = judged.filter(({ label }) => label === 'rerun').length;
  const called = judged.filter(({ rerun }) => rerun === 'certain');
  const right = called.filter(({ label }) => label === 'rerun').length;
  const precision = called.length === 0 ? 1 : right / called.length;
  const recall = reruns === 0 ? 1 : right / reruns;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** How many of a group were judged rightly: re-runs called one, and everything else not. A suspect is not called one. */
function accuracyOf(judged) {
  const right = judged.filter(({ label, rerun }) => (rerun === 'certain') === (label === 'rerun')).length;
  const suspects = judged.filter(({ rerun }) => rerun === 'suspect').length;
  return { pairs: judged.length, accuracy: judged.length === 0 ? 1 : right / judged.length, suspects };
}

function grouped(judged, keyOf) {
  const groups = new Map();
  for (const pair of judged) groups.set(keyOf(pair), [...(groups.get(keyOf(pair)) ?? []), pair]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
}

const figuresBy = (judged, keyOf) =>
  Object.fromEntries(grouped(judged, keyOf).map(([key, pairs]) => [key, { pairs: pairs.length, ...figuresOf(pairs) }]));

/** Edit types that say the same thing in wholly other words. */
const PARAPHRASES = ['scpp_paraphrase', 'hand_paraphrase'];
/** Types with fewer pairs than this say little alone and are judged together. */
const FEW = 50;

/** All figures of judged pairs: `{ label, edit, lang, modality, rerun }` each. */
export function scoresOf(judged) {
  const types = grouped(judged, ({ label, edit }) => `${label} ${edit}`).map(([type, pairs]) => ({ type, pairs }));
  const refinements = types.filter(({ type }) => type.startsWith('refinement '));
  const few = refinements.filter(({ pairs }) => pairs.length < FEW).flatMap(({ pairs }) => pairs);
  return {
    pairs: judged.length,
    ...figuresOf(judged),
    withoutParaphrases: figuresOf(judged.filter(({ edit }) => !PARAPHRASES.includes(edit))),
    byEdit: Object.fromEntries(types.map(({ type, pairs }) => [type, accuracyOf(pairs)])),
    rareRefinements: accuracyOf(few),
    byLanguage: figuresBy(judged, ({ lang }) => lang),
    byModality: figuresBy(judged, ({ modality }) => modality),
  };
}
