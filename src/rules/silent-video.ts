import type { Rule } from './rule.js';

/**
 * Sound that a video model makes is nearly always replaced in the edit: it is off unless the plan wants it, and then the
 * person has said yes to it. Source: E1.
 */
export const silentVideo: Rule = {
  id: 'silent-video',
  levels: { 'audio-on': 'fix' },
  check(request, { placement }) {
    if (request.kind !== 'video' || request.audio !== true || placement.item?.audio === true) return undefined;
    const { shot, phase, item } = placement;
    return { rule: 'silent-video', code: 'audio-on', facts: { shot, phase, item: item?.id }, fix: { audio: false } };
  },
};
