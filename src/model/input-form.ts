/** In which form a tool takes an asset: an address, a file on this machine, base64 alone, or a `data:` address. */
export const inputForms = ['url', 'path', 'base64', 'data-url'] as const;

/** One of {@link inputForms}. */
export type InputForm = (typeof inputForms)[number];
