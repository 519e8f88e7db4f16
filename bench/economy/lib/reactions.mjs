import { draw } from './draw.mjs';
import { toolOf, modelOf } from './steps.mjs';

/**
 * What an agent does about a refusal: it reads the codes and what is offered `instead`, as a model reads the text.
 * @returns 'retry', the index of the step to go on with, 'approved' when the person's word settled it, or 'gave-up'
 */
export async function react(worker, state, step, at, data) {
  if (state.refusals >= worker.agent.givesUpAfter) return 'gave-up';
  // What waits is shown first: the person's word is what a rewrite is made of.
  const codes = data.code
    .split(', ')
    .sort((one, other) => Number(other.startsWith(waits)) - Number(one.startsWith(waits)));
  const isNo = data.approval?.state === 'denied';
  let outcome = 'retry';
  for (const code of codes) {
    const handler = handlers.find(([start]) => code.startsWith(start))?.[1] ?? (isNo ? stepDown : answer);
    const reaction = await handler({ worker, state, step, at, data, code, isNo });
    if (reaction === 'approved') return reaction;
    if (rank(reaction) > rank(outcome)) outcome = reaction;
  }
  return outcome;
}

const waits = 'await-feedback';

/** The most far-reaching of several reactions counts. */
const rank = (reaction) => ['retry', 'number', 'gave-up'].indexOf(typeof reaction === 'number' ? 'number' : reaction);

const handlers = [
  ['budget/hard', stepDown],
  ['plan-first/no-brief', think],
  ['plan-first/no-plan', think],
  ['plan-first/not-in-plan', think],
  ['plan-first/ambiguous', nameIt],
  ['plan-first/phase-ahead', goBack],
  ['plan-first/item-denied', planAgain],
  ['plan-first/item-not-accepted', planAgain],
  ['await-feedback/waiting', showFirst],
  ['rerun/', rewrite],
  ['three-strikes/', rewrite],
  ['tier-for-phase/above-phase', useCheaper],
  ['stills-first/no-still', stillFirst],
  ['stills-first/keyframe-unused', answer],
  ['vague-prompt/', sayMore],
];

/** No brief or no plan: it makes them, and begins the shot's steps anew. */
async function think({ worker, state }) {
  if (!worker.hasBrief) await worker.brainstorm(worker.parameters.demandedBrainstorm[worker.agent.name]);
  if (worker.plan !== undefined && !state.mustName) {
    state.mustName = true;
    return 'retry';
  }
  if (state.plans === 2) return 'gave-up';
  state.plans += 1;
  await worker.makePlan();
  state.mustName = true;
  return firstOpen(state);
}

const firstOpen = (state) =>
  Math.max(
    0,
    state.steps.findIndex((step) => !state.approved.has(step)),
  );

function nameIt({ state }) {
  state.mustName = true;
  return 'retry';
}

/** The earlier phase is not known to be approved: the person's word is told, or that phase is made first. */
async function goBack({ worker, state, at }) {
  if (state.unsaid.length > 0) {
    await worker.storeFeedback(state);
    return 'retry';
  }
  const before = state.steps.findIndex((step, index) => index < at && !state.approved.has(step));
  return before < 0 ? 'gave-up' : before;
}

async function planAgain({ worker, state }) {
  if (state.replannedInPhases) return 'gave-up';
  state.replannedInPhases = true;
  await worker.makePlan(true);
  return firstOpen(state);
}

/** Something waits for the person's word: it is shown and told. */
async function showFirst({ worker, state, step, data }) {
  if (state.round.length > 0) {
    const word = await worker.show(state, step);
    if (word.verdict !== 'approve') worker.takeIn(state, step, word);
    await worker.storeFeedback(state);
    return word.verdict === 'approve' ? 'approved' : 'retry';
  }
  if (state.unsaid.length > 0) {
    await worker.storeFeedback(state);
    return 'retry';
  }
  for (const take of data.findings.find(({ rule }) => rule === 'await-feedback').facts.takes) {
    await worker.own('feedback', { take, verdict: 'reject' });
  }
  return 'retry';
}

/** The prompt says the same as before: what the person said goes in, or what is known and was left out. */
function rewrite({ worker, state, step, code }) {
  if (worker.textOf(state, step) !== state.lastText) return 'retry';
  if (code.endsWith('suspect') && draw('answers', worker.seed, state.shot.id, state.refusals) < 0.5) {
    return answer({ state });
  }
  const follows = worker.does('follows', state, worker.outputs, state.refusals);
  if (!follows) {
    state.decorations += 1;
    return 'retry';
  }
  const word = state.lastWord;
  for (const layer of word?.wrong ?? []) worker.workIn(state, layer);
  if (word?.isSpoilt === true) state.faults += 1;
  for (const layer of state.known) if (!state.prompt.has(layer)) state.prompt.set(layer, 1);
  return worker.textOf(state, step) === state.lastText ? 'gave-up' : 'retry';
}

function useCheaper({ worker, state, step, data }) {
  if (!worker.does('follows', state, 'tier', state.refusals)) return answer({ state });
  const model = data.instead?.find((call) => call.arguments?.model !== undefined)?.arguments.model;
  if (model === undefined) return answer({ state });
  step.model = model;
  return 'retry';
}

/** A person's no, or no money: the cheaper call that is offered, else the next cheaper model, else nothing. */
function stepDown({ step, data }) {
  const offered = data.instead?.find((call) => call.arguments?.model !== undefined)?.arguments.model;
  const model = offered ?? modelOf(step.kind, 'budget');
  if (model === step.model) return 'gave-up';
  step.model = model;
  return 'retry';
}

/** A still is made before the film, at the place in the steps where the film stood. */
function stillFirst({ worker, state, step, at }) {
  if (state.still !== undefined || !worker.does('follows', state, 'still')) return answer({ state });
  const still = { ...step, kind: 'image', tool: toolOf.image, model: modelOf('image', 'budget') };
  Object.assign(still, { phase: 'explore', count: 1, rounds: 3, isStill: true, isFinal: false });
  state.steps.splice(at, 0, still);
  return at;
}

function sayMore({ state }) {
  const before = state.prompt.size;
  for (const layer of state.known) if (!state.prompt.has(layer)) state.prompt.set(layer, 1);
  return state.prompt.size > before ? 'retry' : answer({ state });
}

/** One line of reason, and the call as it was. */
function answer({ state }) {
  state.because = 'this is what the person asked for';
  return 'retry';
}
