import type { Kind } from '../../model/kind.js';
import type { LibraryPrompt } from '../../model/library-prompt.js';
import type { Take } from '../../model/take.js';
import { counts } from '../../model/takes.js';
import { mostAlike } from '../../prompt/alike.js';
import { featuresOf } from '../../prompt/features-of.js';
import type { Desk } from './desk.js';

/** What a prompt is looked for: a shot that is planned, or a direction that was chosen. */
export interface SoughtPrompt {
  /** Plan item, or `brief`. */
  readonly for: string;
  /** Left out: of any kind. */
  readonly kind?: Kind | undefined;
  /** Prompt, shot and purpose in words. */
  readonly text: string;
}

/** A prompt to copy and adapt, and why it is worth it. */
export interface OfferedPrompt {
  readonly for: string;
  /** `proven`: approved at the first attempt of its shot and phase; `library`: of the person's file, or a starter. */
  readonly from: 'proven' | 'library';
  readonly title: string;
  readonly prompt: string;
  readonly take?: string | undefined;
  readonly model?: string | undefined;
}

const mostOffered = 3;
/** Shots that are looked for; a longer plan has its first ones looked up. */
const mostSought = 12;
const mostApproved = 300;

interface Known {
  readonly text: string;
  readonly kind?: Kind | undefined;
  readonly take?: Take | undefined;
  readonly own?: LibraryPrompt | undefined;
}

/**
 * Up to three prompts that worked for shots like those sought: first the person's own that were approved at once, in any
 * project, then those of each library in turn. Another person's projects are not looked into. Source: A6.
 */
export async function offerPrompts(
  desk: Desk,
  sought: readonly SoughtPrompt[],
  libraries: readonly (readonly LibraryPrompt[])[],
): Promise<readonly OfferedPrompt[]> {
  const approved = await desk.ports.store.approvedTakes(desk.caller.principal, mostApproved);
  // A text to be spoken is its own product, and a call without a prompt teaches nothing.
  const takes = approved.filter(({ kind, prompt }) => kind !== 'voice' && prompt.trim() !== '');
  const proven = takes.map((take) => ({ text: `${take.prompt} ${spaced(take.shot)}`, kind: take.kind, take }));
  const kept = libraries.map((library) =>
    library.map((own) => ({ text: `${own.title} ${own.words.join(' ')} ${own.prompt}`, kind: own.kind, own })),
  );
  const offered = new Map<string, OfferedPrompt>();
  for (const known of [proven, ...kept] as readonly (readonly Known[])[]) {
    for (const each of sought.slice(0, mostSought)) {
      for (const found of mostAlike(
        each.text,
        known.filter(({ kind }) => isOf(kind, each.kind)),
        mostOffered,
      )) {
        if (offered.size >= mostOffered) return [...offered.values()];
        const offer = await offerOf(desk, each, found);
        if (offer !== undefined && !offered.has(keyOf(offer.prompt))) offered.set(keyOf(offer.prompt), offer);
      }
    }
  }
  return [...offered.values()];
}

const keyOf = (prompt: string): string => featuresOf(prompt).key;
const isOf = (kind: Kind | undefined, sought: Kind | undefined): boolean =>
  kind === undefined || sought === undefined || kind === sought;

/** A shot's name in words. */
export function spaced(name: string): string {
  return name.replace(/[._-]+/gu, ' ');
}

async function offerOf(desk: Desk, sought: SoughtPrompt, known: Known): Promise<OfferedPrompt | undefined> {
  if (known.own !== undefined) {
    return { for: sought.for, from: 'library', title: known.own.title, prompt: known.own.prompt };
  }
  const { take } = known;
  // What the plan says already need not be offered.
  if (take === undefined || sought.text.startsWith(take.prompt)) return undefined;
  if (!(await isFirst(desk, take))) return undefined;
  const title = `${take.project}, ${take.shot}/${take.phase}`;
  return { for: sought.for, from: 'proven', title, prompt: take.prompt, take: take.id, model: take.model };
}

/** Whether nothing was made for the shot and phase before. */
async function isFirst({ ports }: Desk, take: Take): Promise<boolean> {
  const ofShot = await ports.store.takes({ project: take.project, shot: take.shot });
  return !ofShot.some((other) => other.phase === take.phase && other.at < take.at && counts(other));
}
