import { appendFileSync } from 'node:fs';
import { steps, type Step } from '../gate/ports.js';

/**
 * For crash tests: `GREENLIGHT_FAULT=kill@held` kills this process at the first paid call that reaches the step,
 * `stop@held` stops it there (until somebody continues it). With `GREENLIGHT_FAULT_MARK` the process says in that file
 * that it got there. Without the variable nothing happens.
 */
export function stepFaults(env: NodeJS.ProcessEnv): { reached?: (step: Step, take: string) => void } {
  const wanted = env['GREENLIGHT_FAULT'];
  if (wanted === undefined || wanted === '') return {};
  const [action = '', at = ''] = wanted.split('@');
  if (!steps.some((step) => step === at) || (action !== 'kill' && action !== 'stop')) {
    throw new Error(`GREENLIGHT_FAULT: expected kill@<step> or stop@<step> with a step of ${steps.join(', ')}`);
  }
  let done = false;
  return {
    reached(step, take) {
      if (done || step !== at) return;
      done = true;
      const mark = env['GREENLIGHT_FAULT_MARK'];
      if (mark !== undefined) appendFileSync(mark, `${String(process.pid)} ${step} ${take}\n`);
      process.kill(process.pid, action === 'kill' ? 'SIGKILL' : 'SIGSTOP');
    },
  };
}
