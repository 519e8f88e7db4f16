import { Worker } from 'node:worker_threads';

/** Works cells on several threads; the results come in the order of the cells. */
export async function workCells(root, cells, threads, say) {
  const results = [];
  const queue = cells.map((cell, index) => ({ cell, index }));
  const file = new URL('cell-thread.mjs', import.meta.url);
  const run = async (index) => {
    const thread = new Worker(file, { workerData: { root, index } });
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        results[next.index] = await answerOf(thread, next.cell);
        const { agent, mode, seed, parameters, seconds } = results[next.index];
        say(`${parameters} · ${agent} ${mode} · seed ${seed}: ${seconds.toFixed(1)} s`);
      }
    } finally {
      await thread.terminate();
    }
  };
  await Promise.all(Array.from({ length: threads }, (_, index) => run(index)));
  return results;
}

function answerOf(thread, cell) {
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('message', (result) => {
      thread.off('error', reject);
      resolve(result);
    });
    thread.postMessage(cell);
  });
}
