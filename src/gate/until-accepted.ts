import type { LedgerMove } from '../model/ledger-place.js';
import type { Levels, Policy } from '../model/policy.js';

const holder = 'config-accepted';

/**
 * The policy that holds while a config allows more than the person accepted: one that judges, and whose rule against just
 * that is not switched off by the very change. Otherwise the change that the person has not seen could let itself pass.
 * @param settings what the config loosened, by name; nothing is changed where it loosened nothing
 * @param moved why the ledger is not known: then nobody can say what of the policy was accepted, and none of it counts
 *   against the holding rule
 */
export function untilAccepted(policy: Policy, settings: readonly string[], moved?: LedgerMove): Policy {
  if (settings.length === 0) return { ...policy, loosened: settings };
  const names = new Set(settings);
  const touched = (setting: string): boolean => moved !== undefined || names.has(setting);
  const shots = Object.entries(policy.shots).map(([shot, levels]) => [
    shot,
    without(levels, `shots.${shot}.rules.`, touched),
  ]);
  return {
    ...policy,
    loosened: settings,
    moved,
    mode: touched('mode') ? 'enforce' : policy.mode,
    levels: without(policy.levels, 'rules.', touched),
    shots: Object.fromEntries(shots) as Policy['shots'],
  };
}

/** Levels without those of the holding rule that the change itself set. */
function without(levels: Levels, where: string, touched: (setting: string) => boolean): Levels {
  const isOfHolder = (key: string): boolean => key === holder || key.startsWith(`${holder}/`);
  return Object.fromEntries(Object.entries(levels).filter(([key]) => !(isOfHolder(key) && touched(`${where}${key}`))));
}
