import { agents } from './agents.mjs';
import { openInProcess } from './in-process.mjs';
import { jobOf } from './jobs.mjs';
import { Person } from './person.mjs';
import { carefulCost } from './steps.mjs';
import { Worker } from './worker.mjs';

/** Credits that the person puts up for a job. */
export function walletOf(job, { wallet }, source) {
  const priceOf = (tool, model) => source.entryOf(tool, model).credits;
  return Math.round(wallet * job.shots.reduce((sum, shot) => sum + carefulCost(shot, priceOf), 0));
}

/** One job worked by one agent in one mode. */
export async function runJob(source, number, { agent, mode, seed, parameters }, open = openInProcess) {
  const job = jobOf(number, seed, parameters);
  const wallet = walletOf(job, parameters, source);
  const person = new Person(job, wallet, { seed, parameters });
  const door = await open(source, job, { mode, wallet, person });
  try {
    const tierOf = (tool, model) => source.entryOf(tool, model).tier;
    const isConnected = mode !== 'off';
    const worker = new Worker({ job, agent: agents[agent], door, person, seed, parameters, tierOf, isConnected });
    await worker.work();
    const { counts, codes, accepted } = worker;
    const value = { accepted: accepted.length, shots: job.shots.length, spent: door.spent(), ...counts };
    return { job, codes, accepted, ...value, questions: person.asked };
  } finally {
    await door.close();
  }
}

const summed = ['accepted', 'shots', 'spent', 'turns', 'refused', 'block', 'ask', 'nudge', 'againstPlan', 'questions'];

/** The sums of some jobs' figures. */
export function totalOf(jobs) {
  return Object.fromEntries(summed.map((name) => [name, jobs.reduce((sum, job) => sum + job[name], 0)]));
}

/** Many jobs worked by one agent in one mode. */
export async function runCell(source, { jobs: count, ...how }) {
  const jobs = [];
  const codes = new Map();
  for (let number = 0; number < count; number += 1) {
    const job = await runJob(source, number, how);
    for (const [code, times] of job.codes) codes.set(code, (codes.get(code) ?? 0) + times);
    jobs.push(job);
  }
  return { ...how, parameters: how.parameters.name, jobs, total: totalOf(jobs), codes };
}
