import { recordedId } from '../model/asset-name.js';
import { isApproved } from '../model/takes.js';
import type { Asset, Take } from '../model/take.js';
import type { GenerationRequest } from '../model/request.js';
import type { WorkStore } from './store-port.js';

/** Names shorter than this could stand in an answer by chance. */
const shortestName = 4;

type Answers = Pick<WorkStore, 'result' | 'takes'>;

/**
 * The takes whose outputs a call starts from: named by their id, which is looked up in all of the project's history, by
 * their file, or by whatever name the provider gave them in its answer. Inputs that no take made (a person's own photo)
 * bring none.
 */
export async function sourcesOf(
  store: Answers,
  request: GenerationRequest,
  takes: readonly Take[],
  project: string,
): Promise<readonly Take[]> {
  const names = request.inputs.filter((name) => name.length >= shortestName);
  if (names.length === 0) return [];
  const ids = names.flatMap((name) => recordedId(name) ?? []);
  const others = names.filter((name) => recordedId(name) === undefined);
  const [byId, byOther] = await Promise.all([
    Promise.all(ids.map((id) => takesWith(store, project, id))),
    others.length === 0 ? [] : namedSo(store, takes, others),
  ]);
  const known = new Set(takes.map(({ id }) => id));
  const found = new Map([...byId.flat(), ...byOther].map((take) => [take.id, take]));
  const older = [...found.values()].filter(({ id }) => !known.has(id));
  return [...takes.filter(({ id }) => found.has(id)), ...older];
}

/** The takes that brought an output; where several brought the very same, those that a person approved speak for it. */
async function takesWith(store: Answers, project: string, asset: string): Promise<readonly Take[]> {
  const paid = (await store.takes({ project, asset })).filter(({ state }) => state === 'posted');
  const approved = paid.filter(isApproved);
  return approved.length > 0 ? approved : paid;
}

async function namedSo(store: Answers, takes: readonly Take[], names: readonly string[]): Promise<readonly Take[]> {
  const found = await Promise.all(
    takes.map(async (take) => {
      if (take.state !== 'posted') return false;
      if (take.assets.some((asset) => names.some((name) => isNamed(asset, name)))) return true;
      const answer = await store.result(take.id);
      const text = answer === undefined ? '' : JSON.stringify(answer);
      return names.some((name) => text.includes(JSON.stringify(name).slice(1, -1)));
    }),
  );
  return takes.filter((_, at) => found[at] === true);
}

function isNamed({ id, path }: Asset, name: string): boolean {
  return name.includes(id) || name === path || path.endsWith(`/${name}`) || name === `file://${path}`;
}
