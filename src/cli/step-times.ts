import { engineTimes, type EngineTimes } from '../engine-times.js';

/**
 * For crash tests, which cannot wait for the real times: `GREENLIGHT_TIMES=leaseLapsedMs=500,recoverEveryMs=200` changes
 * the times it names. Without the variable nothing changes.
 * @throws Error when it names a time that there is not, or gives it no whole milliseconds.
 */
export function stepTimes(env: NodeJS.ProcessEnv): Partial<EngineTimes> {
  const given = (env['GREENLIGHT_TIMES'] ?? '').split(',').filter((part) => part !== '');
  const times = given.map((part) => {
    const [name = '', value = ''] = part.split('=');
    if (Object.hasOwn(engineTimes, name) && /^\d+$/.test(value)) return [name, Number(value)] as const;
    const known = Object.keys(engineTimes).join(', ');
    throw new Error(`GREENLIGHT_TIMES: "${part}" is none of <time>=<milliseconds> with a time of ${known}`);
  });
  return Object.fromEntries(times);
}
