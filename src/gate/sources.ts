import type { Asset, Take } from '../model/take.js';
import type { GenerationRequest } from '../model/request.js';
import type { WorkStore } from './store-port.js';

/** Names shorter than this could stand in an answer by chance. */
const shortestName = 4;

/**
 * The takes whose outputs a call starts from: named by their file or its digest, or by whatever name the provider gave
 * them in its answer. Inputs that no take made (a person's own photo) bring none.
 */
export async function sourcesOf(
  store: Pick<WorkStore, 'result'>,
  request: GenerationRequest,
  takes: readonly Take[],
): Promise<readonly Take[]> {
  const names = request.inputs.filter((name) => name.length >= shortestName);
  if (names.length === 0) return [];
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
