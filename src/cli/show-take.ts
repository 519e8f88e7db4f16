import { toCredits } from '../model/credits.js';
import { jsonChanges } from '../model/json-changes.js';
import type { Reading } from '../model/reading.js';
import type { Take } from '../model/take.js';
import { counts } from '../model/takes.js';
import { shortened } from '../model/shortened.js';
import { difference } from '../prompt/difference.js';
import { featuresOfTake } from '../prompt/features-of.js';
import { takeData } from '../gate/views.js';
import { shownArguments } from '../stores/sidecar.js';
import { CommandError } from './command-error.js';
import { minuteOf } from './moment.js';
import { plainLine, plainLines } from './plain-text.js';
import type { Answer, Desk } from './with-store.js';

/** What became another thing from one take to the next on its shot. */
interface Step {
  readonly take: string;
  /** One line about the prompts. */
  readonly why: string;
  readonly rerun: 'certain' | 'suspect' | 'no';
  /** Arguments beside the prompt that differ, e.g. `seed: 1 → 2`. */
  readonly arguments: readonly string[];
}

/** Takes among which a take's forerunners and followers are looked for. */
const mostTakes = 10_000;

/** Longest value of an argument in the text; the data has it whole. */
const longestValue = 200;

/**
 * One take with all that is known of it: prompt, arguments, cost, where it came from and what came of it, its files, the
 * words on it, and what differs from the take before on its shot.
 * @throws CommandError when the project has no such take.
 */
export async function showTake(
  { store, project, shell, config }: Pick<Desk, 'store' | 'project' | 'shell' | 'config'>,
  id: string,
): Promise<Answer> {
  const take = await store.take(id);
  if (take === undefined || take.project !== project) throw new CommandError('missing', 'no-such-take', { take: id });
  const [onShot, all, words] = await Promise.all([
    store.takes({ project, shot: take.shot, limit: mostTakes }),
    store.takes({ project, limit: mostTakes }),
    store.wordsOn([id]),
  ]);
  const step = stepFrom(forerunner(take, onShot), take, config.reading);
  const usedBy = all.filter(({ madeFrom = [] }) => madeFrom.includes(id)).map((each) => each.id);
  const args = shownArguments(take.arguments);
  const again = all.filter(({ cluster, id: other }) => cluster === take.cluster && other !== id).map((each) => each.id);
  const parent = take.parent === undefined ? undefined : all.find(({ cluster }) => cluster === take.parent)?.id;
  const data = {
    ...takeData(take),
    ...{ project, session: take.session, server: take.server, kind: take.kind, tier: take.tier, count: take.count },
    ...{ prompt: take.prompt, negativePrompt: take.negativePrompt, seed: take.seed ?? null, arguments: args },
    cost: { held: toCredits(take.held), paid: toCredits(take.paid), source: take.costSource ?? null },
    endedAt: take.endedAt === undefined ? null : new Date(take.endedAt).toISOString(),
    lineage: { firstTry: take.cluster, tries: again, refines: parent ?? null, madeFrom: take.madeFrom ?? [], usedBy },
    words: words.map(({ take: _take, at, ...word }) => ({ ...word, at: new Date(at).toISOString() })),
    previous: step ?? null,
  };
  const facts = {
    ...take,
    ...{ take: id, made: minuteOf(take.at), again, parent, usedBy, step, source: take.costSource },
    ...{ isHeld: take.state !== 'posted' && take.state !== 'released' },
    prompt: plainLines(take.prompt),
    settings: Object.entries(args)
      .filter(([, value]) => value !== take.prompt)
      .map(([name, value]) => ({ name: plainLine(name), value: shortValue(value) })),
    files: take.assets.map(({ path, mimeType, bytes }) => ({ path: plainLine(path), mimeType, bytes })),
    words: words.map((word) => ({ ...word, on: minuteOf(word.at), note: plainLine(word.note) })),
  };
  return { text: plainLines(shell.texts.say('cli/takes', 'whole', facts)), data };
}

/** The take before it on its shot; ones that cost nothing and brought nothing are passed over. */
function forerunner(take: Take, newestFirst: readonly Take[]): Take | undefined {
  const at = newestFirst.findIndex(({ id }) => id === take.id);
  return newestFirst.slice(at + 1).find(counts);
}

function stepFrom(before: Take | undefined, after: Take, reading: Reading): Step | undefined {
  if (before === undefined) return undefined;
  const { why, rerun } = difference(featuresOfTake(before, reading), featuresOfTake(after, reading), reading);
  const [old, fresh] = [shownArguments(before.arguments), shownArguments(after.arguments)];
  const changes = jsonChanges(old, fresh).filter(({ path: [name = ''] }) => !isPrompt(name, before, after));
  const told = changes.map(({ path, how }) => {
    const [from, to] = [valueAt(old, path), valueAt(fresh, path)].map(shortValue);
    const name = path.join('.');
    if (how === 'added') return `${name}: ${to ?? ''} (new)`;
    return how === 'removed' ? `${name}: ${from ?? ''} (gone)` : `${name}: ${from ?? ''} → ${to ?? ''}`;
  });
  return { take: before.id, why, rerun, arguments: told };
}

function isPrompt(name: string, before: Take, after: Take): boolean {
  return before.arguments[name] === before.prompt && after.arguments[name] === after.prompt;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

function shortValue(value: unknown): string {
  return shortened(plainLine(typeof value === 'string' ? value : JSON.stringify(value ?? '')), longestValue);
}
