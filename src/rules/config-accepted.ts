import type { Rule } from './rule.js';

/**
 * The config is the person's: a change that allows more than what was accepted stops paid calls until the person accepts
 * it, for an agent may be able to write the file.
 */
export const configAccepted: Rule = {
  id: 'config-accepted',
  levels: { loosened: 'block' },
  check(_request, context) {
    const settings = context.policy.loosened;
    if (settings.length === 0) return undefined;
    return { rule: 'config-accepted', code: 'loosened', facts: { settings } };
  },
};
