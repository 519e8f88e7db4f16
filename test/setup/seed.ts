/** The seed of everything that is drawn by chance: the same in every run, so that a failure comes back. */
export const seed = Number(process.env['GREENLIGHT_SEED'] ?? 20_261_122);
