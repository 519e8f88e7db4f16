/**
 * What stands with a price that nobody has read at its provider: it holds and settles as an estimate, and `inspect`, quotes
 * and `prices` say so.
 */
export const unchecked = { quality: 'estimate', source: 'from memory, not checked at the provider' } as const;
