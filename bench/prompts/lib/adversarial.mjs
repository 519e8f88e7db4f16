import { median } from '../../lib/statistics.mjs';

/** What would make a careless reader try everything again and again. */
const PIECES = {
  'a a a': 'a ',
  'open brackets': '(',
  'nested weights': '((a:1.2)',
  'open quotes': '"a ',
  'emoji only': '👨‍👩‍👧🏽',
  'right to left': 'قطة سوداء ',
  'zero width': '\u200B\u200D\uFEFF',
  'Chinese without spaces': '一只红色的猫坐在窗边',
  options: ' --a 1',
  'clauses with and': 'a red fox and a blue owl, ',
};
const [SHORT, LONG] = [5000, 20_000];
const ROUNDS = 15;

function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Reading and comparing four times as much of the same, in turns: linear work takes about four times as long. */
export function measureAdversarial({ analyse, difference }) {
  return Object.entries(PIECES).map(([what, piece]) => {
    const text = (length) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    const work = (length) => () => {
      const features = analyse({ prompt: text(length) });
      difference(features, analyse({ prompt: `otter ${text(length)}` }));
    };
    const times = { short: [], long: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.short.push(timeOf(work(SHORT)));
      times.long.push(timeOf(work(LONG)));
    }
    const [short, long] = [median(times.short), median(times.long)];
    const whole = timeOf(() => analyse({ prompt: text(1_000_000) }));
    return { what, short, long, ratio: long / short, whole };
  });
}
