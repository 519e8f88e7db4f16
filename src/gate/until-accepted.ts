import type { Levels, Policy } from '../model/policy.js';

const holder = 'config-accepted';

/**
 * The policy that holds while a config allows more than the person accepted: one that judges, and whose rule against just
 * that is not switched off by the very change. Otherwise the change that the person has not seen could let itself pass.
 * @param settings what the config loosened, by name; nothing is changed where it loosened nothing
 */
export function untilAccepted(policy: Policy, settings: readonly string[]): Policy {
  if (settings.length === 0) return { ...policy, loosened: settings };
  const touched = new Set(settings);
  const shots = Object.entries(policy.shots).map(([shot, levels]) => [
    shot,
    without(levels, `shots.${shot}.rules.`, touched),
  ]);
  return {
    ...policy,
    loosened: settings,
    mode: touched.has('mode') ? 'enforce' : policy.mode,
    levels: without(policy.levels, 'rules.', touched),
    shots: Object.fromEntries(shots) as Policy['shots'],
  };
}

/** Levels without those of the holding rule that the change itself set. */
function without(levels: Levels, where: string, touched: ReadonlySet<string>): Levels {
  const isOfHolder = (key: string): boolean => key === holder || key.startsWith(`${holder}/`);
  return Object.fromEntries(
    Object.entries(levels).filter(([key]) => !(isOfHolder(key) && touched.has(`${where}${key}`))),
  );
}
