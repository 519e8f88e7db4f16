import type { GenerationRequest } from '../model/request.js';
import type { Take } from '../model/take.js';
import { featuresOf, readingOf } from '../prompt/features-of.js';
import { marksOf, marksSought } from '../prompt/marks.js';
import { reader } from '../prompt/reader.js';
import type { Filing, WorkStore } from './store-port.js';

type Prompted = Pick<GenerationRequest, 'kind' | 'prompt' | 'negativePrompt'>;

/** Spoken text is the product itself, and only equal text is compared: it is found by its key. */
const isFiled = ({ kind, prompt }: Prompted): boolean => kind !== 'voice' && prompt.trim() !== '';

/** The marks under which earlier takes like a request are looked for; none where only its key tells. */
export function soughtFor(request: Prompted): readonly number[] {
  return isFiled(request) ? marksSought(featuresOf(request.prompt, request.negativePrompt)) : [];
}

/** How a request's prompt is stored and found again. */
export function filed(request: Prompted): Omit<Filing, 'take'> {
  const reading = readingOf(request.prompt, request.negativePrompt);
  return { reading, marks: isFiled(request) ? marksOf(reading.features) : [] };
}

/**
 * Files a few of the takes of a project that another release has filed, or none; true when there may be more.
 * @param most how many takes, in one transaction
 */
export async function fileSome(store: WorkStore, project: string, most: number): Promise<boolean> {
  const takes = await store.unfiled(project, reader, most);
  await store.file(takes.map((take: Take) => ({ take: take.id, ...filed(take) })));
  return takes.length === most;
}
