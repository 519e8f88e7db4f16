import { shown } from '../../lib/statistics.mjs';
import { table } from '../../lib/table.mjs';

const RECALL = 0.99;
const percent = (share) => (share === undefined ? '–' : `${(share * 100).toFixed(1)} %`);
const thousands = (count) => count.toLocaleString('en');

/** What must hold; a bar whose libraries were not measured is left out. */
export function barsOf(own, adversarial) {
  const of = (size) => own.find((each) => each.size === size);
  const [ten, hundred, million] = [of(10_000), of(100_000), of(1_000_000)];
  const atMost = (what, value, limit, unit) => ({
    ...{ what, bar: `≤ ${limit} ${unit}`, measured: `${shown(value)} ${unit}`, passed: value <= limit },
  });
  return [
    ...own.map(({ size, recall }) => ({
      ...{ what: `recall, ${thousands(size)} prompts`, bar: `≥ ${percent(RECALL)}`, measured: percent(recall) },
      passed: recall >= RECALL,
    })),
    ...(hundred === undefined
      ? []
      : [
          atMost('analyse + find + compare, 100,000 prompts, p50', hundred.p50, 2, 'ms'),
          atMost('analyse + find + compare, 100,000 prompts, p95', hundred.p95, 10, 'ms'),
        ]),
    ...(ten === undefined || million === undefined
      ? []
      : [atMost('p50 at 1,000,000 to p50 at 10,000', million.p50 / ten.p50, 2, '×')]),
    atMost('four times as long a prompt, made to be slow, worst', Math.max(...adversarial.map(({ ratio }) => ratio)), 8, '×'),
  ];
}

function ownTable(own) {
  return table(
    ['prompts', 'p50 ms', 'p95 ms', 'most ms', 'recall', 'marks', 'index B', 'features B', 'whole file B'],
    own.map(({ size, p50, p95, most, recall, bytes }) => [
      thousands(size),
      ...[p50, p95, most].map((ms) => shown(ms, 3)),
      percent(recall),
      ...[bytes.marks, bytes.index, bytes.features, bytes.file].map((each) => shown(each, 1)),
    ]),
  );
}

function kindTable(own) {
  const kinds = Object.keys(own[0].byKind);
  return table(
    ['prompts', ...kinds.flatMap((kind) => [`${kind} p50 ms`, `p95 ms`, 'recall'])],
    own.map(({ size, byKind }) => [
      thousands(size),
      ...kinds.flatMap((kind) => {
        const { p50, p95, recall } = byKind[kind];
        return [shown(p50, 3), shown(p95, 3), percent(recall)];
      }),
    ]),
  );
}

function peerTable(own, others) {
  const rows = own.flatMap((each) => [
    ['Greenlight', each, undefined],
    ...others.filter(({ size }) => size === each.size).map((other) => [other.name, other, other.opened]),
  ]);
  return table(
    ['index', 'prompts', 'queries', 'p50 ms', 'p95 ms', 'recall', 'made in s', 'memory B/prompt'],
    rows.map(([name, { size, queries, p50, p95, recall }, opened]) => [
      ...[name, thousands(size), queries, shown(p50, 3), shown(p95, 3), percent(recall)],
      ...(opened === undefined ? ['–', 'on disk'] : [shown(opened.ms / 1000), shown(opened.bytes, 0)]),
    ]),
  );
}

function adversarialTable(adversarial) {
  return table(
    ['made to be slow', '5,000 characters ms', '20,000 characters ms', 'ratio', '1 MB read ms'],
    adversarial.map(({ what, short, long, ratio, whole }) => [
      what,
      ...[short, long].map((ms) => shown(ms)),
      `${shown(ratio)} ×`,
      shown(whole),
    ]),
  );
}

/** The run as a page. */
export function report({ run, own, others, adversarial, bars }) {
  const { started, seconds, node, cores, model, load } = run;
  const head = `${started.toISOString().slice(0, 16).replace('T', ' ')} UTC, Node ${node}, ${cores} × ${model}, load ${load.map((value) => shown(value)).join(' → ')}, ${shown(seconds, 0)} s.`;
  const verdicts = table(
    ['bar', 'limit', 'measured', 'result'],
    bars.map(({ what, bar, measured, passed }) => [what, bar, measured, passed ? 'pass' : 'FAIL']),
  );
  const parts = ['# Finding the earlier prompt', head, verdicts, ownTable(own), kindTable(own)];
  const beside = others.length === 0 ? [] : [peerTable(own, others)];
  return `${[...parts, ...beside, adversarialTable(adversarial)].join('\n\n')}\n`;
}
