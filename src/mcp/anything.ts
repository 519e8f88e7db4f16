/** A result schema that accepts anything as it is: order and unknown keys are kept. */
export const ANYTHING = {
  '~standard': { version: 1, vendor: 'greenlight', validate: (value: unknown) => ({ value }) },
} as const;
