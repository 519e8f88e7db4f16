import type { TranscriptCall, Word } from './transcript.js';

/** The picture tool as an agent sees it. */
export const image = 'pix_generate';

/** A whole brief around a goal. */
export const brief = (goal: string, audience: string, constraints: readonly string[]): object => ({
  ...{ goal, audience, tone: 'warm and plain', constraints },
  directions: [
    { name: 'object', idea: 'the thing itself, close and honest' },
    { name: 'people', idea: 'somebody who uses it, at home' },
  ],
  ...{ chosen: 'object', why: 'it reads from far away and needs no cast' },
});

type More = Omit<TranscriptCall, 'tool' | 'args' | 'word'>;

/** One paid call with the person's word right after it. */
export const call = (tool: string, args: object, word?: Word, more: More = {}): TranscriptCall => ({
  tool,
  args,
  word,
  ...more,
});

/** The person's yes. */
export const approve: Word = 'approve';
/** What the person wants changed. */
export const change = (...points: string[]): Word => ({ change: points });
