import { draw } from './draw.mjs';
import { reaches } from './acceptance.mjs';

/** The person: looks at outputs, says what is wrong, and answers questions about money. */
export class Person {
  constructor(job, wallet, { seed, parameters }) {
    this.job = job;
    this.wallet = wallet;
    this.seed = seed;
    this.parameters = parameters;
    this.looks = new Map();
    this.asked = 0;
    /** Credits spent so far; kept by whoever pays. */
    this.spent = () => 0;
  }

  /** How often the person looked at a shot. */
  looksAt(shot) {
    return this.looks.get(shot.id) ?? 0;
  }

  /** Whether they are through with a shot. */
  isTired(shot) {
    return this.looksAt(shot) >= this.parameters.patience;
  }

  /** The wishes that they tell of a shot when asked before anything is made, as far as the conversation gets. */
  tells(shot, share) {
    return shot.wishes.filter(
      ({ layer, when }) => when === 'asked' && draw('tells', this.seed, shot.id, layer) < share,
    );
  }

  /**
   * One look at some outputs of a shot.
   * @param isFinal whether they are meant to be delivered, so that the tier counts too
   */
  looksUpon(shot, outputs, isFinal) {
    const looks = this.looksAt(shot) + 1;
    this.looks.set(shot.id, looks);
    const { tolerance, tiredAfter, named } = this.parameters;
    const letPass = tolerance[shot.stake] + (looks > tiredAfter ? 1 : 0);
    const best = [...outputs].sort((a, b) => score(a) - score(b))[0];
    const isRight = best.wrong.length <= letPass && !best.isSpoilt;
    if (isRight && (!isFinal || this.takesTier(shot, best.tier))) return { verdict: 'approve', output: best };
    if (isRight) return { verdict: 'refine', output: best, wrong: [], isSpoilt: false, wantsTier: true };
    return { verdict: 'refine', output: best, wrong: best.wrong.slice(0, named), isSpoilt: best.isSpoilt };
  }

  takesTier(shot, tier) {
    return reaches(tier, shot.wanted) || draw('tier', this.seed, shot.id) < this.parameters.underTier;
  }

  /** Yes or no to a question about money. */
  answers({ title, amount, reasons }) {
    this.asked += 1;
    if (this.parameters.person === 'always') return 'yes';
    const left = this.wallet - this.spent();
    if (amount > left) return 'no';
    // Told that three tries missed, they would rather see the prompt rewritten; now and then they want one more.
    if (reasons.includes('three-strikes/streak')) return this.chance(title, amount) < 0.2 ? 'yes' : 'no';
    const shot = this.job.shots.find(({ name }) => title.includes(`${name}/`));
    const isDear = amount > left / 2;
    if (shot?.stake === 'low' && reasons.includes('premium')) return this.chance(title, amount) < 0.3 ? 'yes' : 'no';
    return isDear && shot?.stake !== 'high' ? 'no' : 'yes';
  }

  chance(title, amount) {
    return draw('answer', this.seed, this.job.key, title, amount, this.asked);
  }
}

const score = ({ wrong, isSpoilt }) => wrong.length + (isSpoilt ? 0.5 : 0);
