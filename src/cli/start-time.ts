/** When a start is over for certain, in milliseconds: what was compiled by then is what a start needs. */
export const startMs = 1500;
