import type { GenerationRequest } from '../model/request.js';
import { usualReading, type Reading } from '../model/reading.js';
import type { Take } from '../model/take.js';
import { featuresOf, readerOf, readingOf } from '../prompt/features-of.js';
import { marksOf, marksSought } from '../prompt/marks.js';
import type { Filing, WorkStore } from './store-port.js';

type Prompted = Pick<GenerationRequest, 'kind' | 'prompt' | 'negativePrompt'>;

/** Spoken text is the product itself, and only equal text is compared: it is found by its key. */
const isFiled = ({ kind, prompt }: Prompted): boolean => kind !== 'voice' && prompt.trim() !== '';

/** The marks under which earlier takes like a request are looked for; none where only its key tells. */
export function soughtFor(request: Prompted, reading: Reading = usualReading): readonly number[] {
  return isFiled(request) ? marksSought(featuresOf(request.prompt, request.negativePrompt, reading)) : [];
}

/** How a request's prompt is stored and found again. */
export function filed(request: Prompted, how: Reading = usualReading): Omit<Filing, 'take'> {
  const reading = readingOf(request.prompt, request.negativePrompt, how);
  return { reading, marks: isFiled(request) ? marksOf(reading.features) : [] };
}

/**
 * Files a few of the takes of a project that another release, or this one under another reading, has filed, or nobody; true
 * when there may be more.
 * @param most how many takes, in one transaction
 */
export async function fileSome(
  store: WorkStore,
  project: string,
  most: number,
  how: Reading = usualReading,
): Promise<boolean> {
  const takes = await store.unfiled(project, readerOf(how), most);
  await store.file(takes.map((take: Take) => ({ take: take.id, ...filed(take, how) })));
  return takes.length === most;
}
