/** How much the answer of a paid call says: what has to be known, what helps, or all that there is. */
export const receiptForms = ['short', 'normal', 'full'] as const;

/** One of {@link receiptForms}. */
export type ReceiptForm = (typeof receiptForms)[number];
