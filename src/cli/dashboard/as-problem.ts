import { ConfigError } from '../../config.js';
import type { FlowProblem } from '../../gate/flow/desk.js';
import { CommandError } from '../command-error.js';

/** Does a piece of work; what a command would end with for a reason is a problem here. Bugs are thrown on. */
export async function asProblem(work: () => Promise<void>): Promise<FlowProblem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof CommandError) return { problem: error.code, facts: error.facts };
    if (error instanceof ConfigError) return { problem: 'config-broken', facts: { why: error.problems.join(' ') } };
    throw error;
  }
}
