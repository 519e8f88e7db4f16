/**
 * The three agents. They differ in these habits only; how a habit is carried out is the same code for all (worker.mjs).
 * Shares are how often a habit shows.
 */
export const agents = {
  naive: {
    ...{ name: 'naive', isPlanner: false, versions: 4, presses: 1, shows: 0 },
    /** Share of what it knows that it writes into a prompt at first, and of feedback that it works in. */
    ...{ writes: 0.6, worksIn: 0.5 },
    ...{ drafts: 'none', stills: 0, edits: 0, audio: 1, seconds: 8, large: 0.3 },
    ...{ upscalesLosers: 0.15, upscalesNeedlessly: 0.3, decorates: 0.5 },
    ...{ storesFeedback: 0.5, namesShot: 0.3, follows: 0.5, givesUpAfter: 4 },
  },
  typical: {
    ...{ name: 'typical', isPlanner: false, versions: 2, presses: 1, shows: 0.7 },
    ...{ writes: 0.8, worksIn: 0.75 },
    ...{ drafts: 'none', stills: 0.6, edits: 0.4, audio: 0.1, seconds: 5, large: 0.1 },
    ...{ upscalesLosers: 0, upscalesNeedlessly: 0.15, decorates: 0.2 },
    ...{ storesFeedback: 0.8, namesShot: 0.7, follows: 0.7, givesUpAfter: 5 },
  },
  disciplined: {
    ...{ name: 'disciplined', isPlanner: true, versions: 1, presses: 0, shows: 1 },
    ...{ writes: 1, worksIn: 1 },
    ...{ drafts: 'phases', stills: 1, edits: 0.8, audio: 0, seconds: 4, large: 0 },
    ...{ upscalesLosers: 0, upscalesNeedlessly: 0, decorates: 0 },
    ...{ storesFeedback: 1, namesShot: 1, follows: 1, givesUpAfter: 6 },
  },
};
