import { outputOf } from './acceptance.mjs';
import { jobOf } from './jobs.mjs';
import { parametersOf, variations } from './parameters.mjs';

/** Attempts of one prompt. */
const tries = 4;

/** Prompts of every length on the way from the request to all wishes, each tried again and again without a change. */
function attemptsOf(parameters, jobs) {
  const found = [];
  for (let number = 0; number < jobs; number += 1) {
    for (const shot of jobOf(number, 99, parameters).shots.filter(({ kind }) => kind === 'image')) {
      const told = shot.wishes.filter(({ when }) => when !== 'tacit');
      for (const wishes of [told, shot.wishes]) {
        const prompt = new Map(wishes.map(({ layer }) => [layer, 1]));
        const made = { prompt, model: 'sdxl', tier: 'standard' };
        const outputs = Array.from({ length: tries }, (_, at) =>
          outputOf(shot, { ...made, output: at + 1 }, { seed: 99, parameters }),
        );
        const letPass = parameters.tolerance[shot.stake];
        found.push(outputs.map(({ wrong, isSpoilt }) => ({ isWrong: wrong.length > letPass, isSpoilt })));
      }
    }
  }
  return found;
}

/**
 * What the parameters say of the two figures that the sources give: the share of rejected outputs that the prompt is to
 * blame for, and how often a fourth try of the same prompt lands after three that did not.
 */
export function calibration(jobs = 400) {
  return [undefined, ...variations].map((variation) => {
    const parameters = parametersOf(variation);
    const attempts = attemptsOf(parameters, jobs);
    const rejected = attempts.flat().filter(({ isWrong, isSpoilt }) => isWrong || isSpoilt);
    const missed = attempts.filter((each) => each.slice(0, 3).every(({ isWrong, isSpoilt }) => isWrong || isSpoilt));
    const landed = missed.filter(([, , , fourth]) => !fourth.isWrong && !fourth.isSpoilt);
    return {
      name: parameters.name,
      byPrompt: rejected.filter(({ isWrong }) => isWrong).length / rejected.length,
      fourthLands: landed.length / missed.length,
    };
  });
}
