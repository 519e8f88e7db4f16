import type { Facts, Texts } from '../gate/texts-port.js';

/**
 * Texts that know where the person's dashboard answers, as the fact `dashboard`.
 * @param address asked only by texts that name it; undefined while none runs
 */
export function namingDashboard(texts: Texts, address: () => string | undefined): Texts {
  const naming = (facts: Facts = {}): Facts =>
    Object.defineProperty({ ...facts }, 'dashboard', { get: address, enumerable: true });
  return {
    say: (file, section, facts) => texts.say(file, section, naming(facts)),
    page: (file, facts) => texts.page(file, naming(facts)),
    has: (file, section) => texts.has(file, section),
  };
}
