import { z } from 'zod';
import { kinds } from './kind.js';

/** A prompt of a person's own, or a starter one, to be copied and adapted. */
export const libraryPromptSchema = z.object({
  title: z.string().trim().min(1).max(200),
  kind: z.enum(kinds).optional().describe('what it makes; left out: anything'),
  words: z.array(z.string().trim().min(1).max(60)).max(50).default([]).describe('when it is offered'),
  prompt: z.string().trim().min(1).max(8000),
});

/** A prompt of a person's own, or a starter one. */
export type LibraryPrompt = z.output<typeof libraryPromptSchema>;
