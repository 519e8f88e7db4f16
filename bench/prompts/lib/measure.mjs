import { quantile } from '../../lib/statistics.mjs';

/** Queries of one library in a row, before the next one has its turn. */
const BLOCK = 25;
const WARM_UP = 50;
/** How long one of the others may take at one size, and the fewest queries that say anything. */
const PEER_BUDGET_MS = 15_000;
const FEWEST = 4;

const RANK = { certain: 2, suspect: 1, no: 0 };

/** The queries of all kinds, mixed: one of each kind after the other. */
function mixed(asked) {
  const kinds = Object.entries(asked);
  const longest = Math.max(...kinds.map(([, list]) => list.length));
  return Array.from({ length: longest }, (_, at) =>
    kinds.flatMap(([kind, list]) => (list[at] === undefined ? [] : [{ kind, ...list[at] }])),
  ).flat();
}

function summary(times) {
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95), most: Math.max(...times) };
}

function summaryOf(measured) {
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  const sought = measured.filter(({ isFound }) => isFound !== undefined);
  return {
    queries: measured.length,
    ...summary(measured.map(({ ms }) => ms)),
    recall: sought.filter(({ isFound }) => isFound).length / sought.length,
    byKind: Object.fromEntries(
      kinds.map((kind) => {
        const ofKind = measured.filter((each) => each.kind === kind);
        const asked = ofKind.filter(({ isFound }) => isFound !== undefined);
        const recall = asked.length === 0 ? undefined : asked.filter(({ isFound }) => isFound).length / asked.length;
        return [kind, { ...summary(ofKind.map(({ ms }) => ms)), recall }];
      }),
    ),
  };
}

/** Found means: an earlier prompt is named that this one repeats at least as surely as the one it was made of. */
async function ask(library, { text, kind, rerun }) {
  const start = performance.now();
  const found = await library.find(text);
  const ms = performance.now() - start;
  const isFound = rerun === undefined ? undefined : RANK[found?.difference.rerun ?? 'no'] >= RANK[rerun];
  return { kind, ms, isFound };
}

/** All libraries in turns, so that a busy machine disturbs them alike. */
export async function measureLibraries(libraries) {
  const lanes = libraries.map(({ library, asked }) => ({ library, queue: mixed(asked), measured: [] }));
  for (const { library, queue } of lanes) for (const query of queue.slice(-WARM_UP)) await ask(library, query);
  const longest = Math.max(...lanes.map(({ queue }) => queue.length));
  for (let from = 0; from < longest; from += BLOCK) {
    for (const { library, queue, measured } of lanes) {
      for (const query of queue.slice(from, from + BLOCK)) measured.push(await ask(library, query));
    }
  }
  return lanes.map(({ library, measured }) => ({
    size: library.size,
    bytes: library.bytes,
    ...summaryOf(measured),
  }));
}

function measurePeer(peer, queue, prompts) {
  const measured = [];
  const until = performance.now() + PEER_BUDGET_MS;
  for (const { text, kind, earlier } of queue) {
    if (measured.length >= FEWEST && performance.now() > until) break;
    const start = performance.now();
    const found = peer.find(text);
    const ms = performance.now() - start;
    const isFound = earlier === undefined ? undefined : found.some((at) => prompts[at] === earlier);
    measured.push({ kind, ms, isFound });
  }
  return summaryOf(measured);
}

/** What the program's objects take up, after what nobody needs was thrown away. */
function heapBytes() {
  // Twice: what the first round lets go of may be held by what the second one finds.
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** The others, one after the other: found means that the prompt a query was made of is among the 24 most alike. */
export async function measurePeers(libraries, driver, say) {
  const { peers } = await import('./peers.mjs');
  const results = [];
  for (const { library, asked, prompts: all } of libraries) {
    const prompts = all();
    for (const [name, { open, upTo }] of Object.entries(peers)) {
      if (library.size > upTo) continue;
      say(`${name} with ${library.size} prompts`);
      const before = heapBytes();
      const start = performance.now();
      const peer = open(prompts, driver);
      const ms = performance.now() - start;
      const opened = { ms, bytes: (peer.ownBytes() ?? heapBytes() - before) / prompts.length };
      results.push({ name, size: library.size, opened, ...measurePeer(peer, mixed(asked), prompts) });
      peer.close();
    }
  }
  return results;
}
