import { editedOf, outputOf } from './acceptance.mjs';
import { draw } from './draw.mjs';
import { textOf } from './prompts.mjs';
import { react } from './reactions.mjs';
import { modelOf, stepsAtOnce, stepsInPhases } from './steps.mjs';
import { stillLayers } from './words.mjs';

const enlarger = 'upscale_image';

/** One agent at work on one job, through one door. What it does follows from its habits, the answers and the seed. */
export class Worker {
  /** @param isConnected whether Greenlight's own tools are there for the agent to use */
  constructor({ job, agent, door, person, seed, parameters, tierOf, isConnected }) {
    Object.assign(this, { job, agent, door, person, seed, parameters, tierOf, isConnected });
    this.counts = { turns: 0, refused: 0, block: 0, ask: 0, nudge: 0, againstPlan: 0 };
    this.codes = new Map();
    this.accepted = [];
    this.plan = undefined;
    this.hasBrief = false;
    this.isBroke = false;
    this.outputs = 0;
    this.states = new Map(job.shots.map((shot) => [shot.id, this.begin(shot)]));
  }

  begin(shot) {
    const state = {
      shot,
      known: new Set(),
      prompt: new Map(),
      faults: 0,
      decorations: 0,
      refusals: 0,
      round: [],
      unsaid: [],
    };
    Object.assign(state, { because: undefined, mustName: false, still: undefined, approved: new Set(), plans: 0 });
    this.learn(
      state,
      shot.wishes.filter(({ when }) => when === 'said'),
    );
    const inPhases = this.agent.drafts === 'phases';
    state.steps = inPhases ? stepsInPhases(shot) : stepsAtOnce(shot, this.agent, this);
    return state;
  }

  /** Whether a habit shows this time. */
  does(habit, state, ...keys) {
    return draw(habit, this.seed, state.shot.id, this.agent.name, ...keys) < this.agent[habit];
  }

  /** Takes wishes to mind and, as is its habit, into the prompt. */
  learn(state, wishes) {
    for (const { layer } of wishes) {
      if (!state.known.has(layer) && this.does('writes', state, layer)) state.prompt.set(layer, 1);
      state.known.add(layer);
    }
  }

  async work() {
    if (this.agent.isPlanner) {
      if (this.isConnected) await this.brainstorm(1);
      else for (const state of this.states.values()) this.learn(state, this.person.tells(state.shot, 1));
      if (this.isConnected) await this.makePlan();
    }
    for (const state of this.states.values()) {
      if (!this.isBroke) await this.workShot(state);
    }
  }

  async workShot(state) {
    for (let at = 0; at < state.steps.length;) {
      const step = state.steps[at];
      const ended = state.approved.has(step) ? 'approved' : await this.workStep(state, step, at);
      if (ended === 'approved') at += 1;
      else if (typeof ended === 'number') at = ended;
      else return;
    }
    if (state.shot.purpose === 'print' && !(await this.enlarge(state, state.winner))) return;
    if (state.shot.stake === 'high' && state.shot.purpose !== 'print' && state.shot.kind === 'image') {
      if (this.does('upscalesNeedlessly', state)) await this.enlarge(state, state.winner);
    }
    this.accepted.push(state.shot);
  }

  /** Works on a step until it is approved; a number says at which step to go on, anything else ends the shot. */
  async workStep(state, step, at) {
    let pressesLeft = this.pressesNow(state);
    Object.assign(state, { round: [], refusals: 0 });
    for (;;) {
      if (this.isBroke || this.person.isTired(state.shot)) return 'gave-up';
      const ended = await this.pay(step.tool, this.argumentsOf(state, step), state, step);
      if (ended.kind === 'failed') return 'gave-up';
      if (ended.kind !== 'done') {
        const reaction = await react(this, state, step, at, ended.data);
        if (reaction === 'retry') continue;
        return reaction === 'approved' ? this.finishStep(state, step) : reaction;
      }
      this.keepOutputs(state, step, ended);
      if (pressesLeft > 0) {
        pressesLeft -= 1;
        if (this.does('decorates', state, this.outputs)) state.decorations += 1;
        continue;
      }
      const word = await this.show(state, step);
      if ((await this.afterWord(state, step, word)) === 'approve') return this.finishStep(state, step);
      pressesLeft = this.pressesNow(state);
    }
  }

  pressesNow(state) {
    return this.does('shows', state, this.person.looksAt(state.shot)) ? 0 : this.agent.presses;
  }

  finishStep(state, step) {
    state.approved.add(step);
    if (step.isStill) state.still = state.winner;
    return 'approved';
  }

  /** What follows from the person's word: an edit where one is enough, else the word goes into the prompt. */
  async afterWord(state, step, first) {
    let word = first;
    while (word.verdict !== 'approve') {
      this.takeIn(state, step, word);
      const points = word.wrong.length + (word.isSpoilt ? 1 : 0);
      const isEditable = step.kind === 'image' && points === 1 && word.output.wrong.length <= 1;
      if (!isEditable || this.person.isTired(state.shot) || !this.does('edits', state, this.outputs)) break;
      if (!(await this.edit(state, step, word))) break;
      word = await this.show(state, step);
    }
    return word.verdict;
  }

  takeIn(state, step, word) {
    state.lastWord = word;
    if (word.wantsTier === true) step.model = modelOf(step.kind, state.shot.wanted);
    for (const layer of word.wrong) {
      if (this.does('worksIn', state, layer, this.outputs)) this.workIn(state, layer);
    }
    if (word.isSpoilt && this.does('worksIn', state, 'fault', this.outputs)) state.faults += 1;
  }

  workIn(state, layer) {
    state.known.add(layer);
    state.prompt.set(layer, (state.prompt.get(layer) ?? 0) + 1);
  }

  /** The wishes and the prompt that count for a step: a still for a film settles only what a still can show. */
  viewOf(state, step) {
    if (step.isStill !== true) return state;
    const shot = { ...state.shot, wishes: state.shot.wishes.filter(({ layer }) => stillLayers.has(layer)) };
    return { shot, prompt: new Map([...state.prompt].filter(([layer]) => stillLayers.has(layer))) };
  }

  textOf(state, step) {
    const { shot, prompt } = this.viewOf(state, step);
    return textOf(shot, prompt, state);
  }

  argumentsOf(state, step) {
    const { agent } = this;
    const { shot } = state;
    const prompt = this.textOf(state, step);
    state.lastText = prompt;
    const own = {};
    if (step.kind === 'image') {
      if (step.count > 1) own.count = step.count;
      if (draw('large', this.seed, shot.id) < agent.large) Object.assign(own, { width: 1536, height: 1536 });
    }
    if (step.kind === 'video') {
      own.seconds = agent.seconds;
      if (draw('audio', this.seed, shot.id) < agent.audio) own.audio = true;
      if (state.still !== undefined) own.image = state.still.asset;
    }
    const text = step.kind === 'voice' ? { text: prompt } : { prompt };
    return { ...text, model: step.model, ...own, ...this.hintsOf(state, step) };
  }

  hintsOf(state, step) {
    const isNamed = this.plan !== undefined && (state.mustName || this.does('namesShot', state));
    const hints = isNamed ? { shot: state.shot.name, phase: step.phase } : {};
    if (state.because !== undefined) hints.because = state.because;
    return Object.keys(hints).length === 0 ? {} : { greenlight: hints };
  }

  /** One paid call; counts how it was answered. */
  async pay(tool, args, state, step) {
    this.counts.turns += 1;
    const ended = await this.door.paid(this.door.tool(tool), args);
    state.because = undefined;
    if (ended.kind === 'done') state.refusals = 0;
    if (ended.kind === 'failed') this.isBroke = true;
    if (ended.kind === 'refused') this.countRefusal(ended.data, tool, args, state, step);
    return ended;
  }

  countRefusal(data, tool, args, state, step) {
    if (data.status !== 'refused') throw new Error(`the bench made a bad call: ${JSON.stringify(data)}`);
    state.refusals += 1;
    state.lastRefusal = data.code;
    this.counts.refused += 1;
    this.counts[data.outcome] += 1;
    for (const code of data.code.split(', ')) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    if (data.outcome === 'nudge' || step === undefined) return;
    const item = this.plan?.items?.find(({ id }) => id === `${state.shot.name}/${step.phase}`);
    const isPlanned =
      item?.acceptance?.state === 'accepted' && item.tool === this.door.tool(tool) && item.model === args.model;
    if (isPlanned && (args.count ?? 1) <= item.count) this.counts.againstPlan += 1;
  }

  keepOutputs(state, step, { data, result }) {
    const names = JSON.stringify(result).match(/asset-[0-9a-z]+/g) ?? [];
    const { shot, prompt } = this.viewOf(state, step);
    const tier = this.tierOf(step.tool, step.model);
    const keyframe = step.kind === 'video' ? state.still : undefined;
    for (const asset of new Set(names)) {
      this.outputs += 1;
      const made = { prompt, model: step.model, tier, output: this.outputs, keyframe };
      state.round.push({ ...outputOf(shot, made, this), asset, take: data.take });
    }
  }

  /** The person looks at what was made since the last time; the word is stored as is the agent's habit. */
  async show(state, step) {
    const word = this.person.looksUpon(state.shot, state.round, step.isFinal);
    const others = [...new Set(state.round.map(({ take }) => take))].filter((take) => take !== word.output.take);
    state.unsaid.push({ word, others });
    state.round = [];
    if (word.verdict === 'approve') state.winner = word.output;
    if (this.isConnected && this.does('storesFeedback', state, this.outputs)) await this.storeFeedback(state);
    return word;
  }

  /** Tells Greenlight the person's words that it does not know yet. */
  async storeFeedback(state) {
    for (const { word, others } of state.unsaid.splice(0)) {
      const phrase = (layer) => state.shot.wishes.find((wish) => wish.layer === layer).phrase;
      const change =
        word.verdict === 'approve' ? [] : [...word.wrong.map(phrase), ...(word.isSpoilt ? ['the spoilt part'] : [])];
      if (word.wantsTier === true) change.push('a better quality');
      const isChance = word.isSpoilt === true && word.wrong.length === 0;
      await this.own('feedback', { take: word.output.take, verdict: isChance ? 'another' : word.verdict, change });
      if (word.verdict === 'approve') continue;
      for (const take of others) await this.own('feedback', { take, verdict: 'reject' });
    }
  }

  async own(tool, args) {
    this.counts.turns += 1;
    return this.door.own(tool, args);
  }

  /** Puts one thing right in an output instead of making it anew. */
  async edit(state, step, { output, wrong, isSpoilt }) {
    const [layer] = wrong;
    const phrase = isSpoilt
      ? 'repair the spoilt part'
      : `change the ${layer}: ${state.shot.wishes.find((wish) => wish.layer === layer).phrase}`;
    const args = { image: output.asset, prompt: phrase, ...this.hintsOf(state, step) };
    const ended = await this.pay('edit_image', args, state);
    if (ended.kind !== 'done') return false;
    this.outputs += 1;
    const edited = editedOf(state.shot, output, layer, this.outputs, this);
    const [asset] = JSON.stringify(ended.result).match(/asset-[0-9a-z]+/g);
    state.round.push({ ...edited, asset, take: ended.data.take });
    return true;
  }

  /** Enlarges an output; a refusal that has a reason is accepted. */
  async enlarge(state, output) {
    const hints = this.plan === undefined ? {} : { greenlight: { shot: state.shot.name, phase: 'finish' } };
    const ended = await this.pay(enlarger, { image: output.asset, ...hints }, state);
    if (ended.kind === 'done') return true;
    if (ended.kind === 'failed' || ended.data.outcome !== 'block') return false;
    if (ended.data.code.includes('plan-first') && state.plans < 2) {
      state.plans += 1;
      if (!this.hasBrief) await this.brainstorm(0);
      await this.makePlan();
    }
    if (ended.data.code.includes('finish-winner-only')) await this.storeFeedback(state);
    return (
      (await this.pay(enlarger, { image: output.asset, greenlight: { shot: state.shot.name, phase: 'finish' } }, state))
        .kind === 'done'
    );
  }

  /** @param share of what the person would say that the conversation brings out */
  async brainstorm(share) {
    for (const state of this.states.values()) this.learn(state, this.person.tells(state.shot, share));
    this.hasBrief = true;
    const subjects = this.job.shots.map(({ subject, purpose }) => `${subject} (${purpose})`);
    await this.own('brainstorm', {
      ...{ goal: `make ${subjects.join(', ')}`.slice(0, 1900), audience: this.job.user, tone: 'clear' },
      constraints: this.job.shots.map(({ name, purpose }) => `${name} is for ${purpose}`),
      directions: [
        { name: 'plain', idea: 'show the thing itself' },
        { name: 'story', idea: 'show somebody who uses it' },
      ],
      ...{ chosen: 'plain', why: 'it reads at once' },
    });
  }

  /** Plans every shot; an agent that was only told to plan may plan what it wanted to do anyway. */
  async makePlan(isSecond = false) {
    const steps = [];
    for (const state of this.states.values()) {
      const inPhases =
        isSecond || draw('plans', this.seed, state.shot.id) < this.parameters.plansInPhases[this.agent.name];
      const isOpen = state.approved.size === 0;
      if (isOpen && inPhases && this.agent.drafts !== 'phases') state.steps = stepsInPhases(state.shot);
      // A still that was put in later stands for the step that was planned in its place.
      const phases = new Map(state.steps.map((step) => [step.phase, step]));
      for (const step of phases.values()) steps.push(this.planned(state, step));
      if (state.shot.purpose === 'print') {
        steps.push({ shot: state.shot.name, phase: 'finish', purpose: 'print', tool: this.door.tool(enlarger) });
      }
    }
    const made = await this.own('plan', { steps });
    if (made.isError) throw new Error(`the bench made a bad plan: ${made.text}`);
    this.plan = made.data;
  }

  planned(state, { phase, tool, model, count, rounds, kind }) {
    const { name, purpose } = state.shot;
    const isLoud = kind === 'video' && draw('audio', this.seed, state.shot.id) < this.agent.audio;
    const prompt = this.textOf(state, { isStill: false });
    const args = { ...(kind === 'video' ? { seconds: this.agent.seconds } : {}), ...(isLoud ? { audio: true } : {}) };
    return { shot: name, phase, purpose, tool: this.door.tool(tool), model, prompt, count, rounds, arguments: args };
  }
}
