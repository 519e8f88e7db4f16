import { cpus } from 'node:os';
import { HUGE } from '../phases/huge.mjs';
import { median, quantile, shown } from '../../lib/statistics.mjs';
import { table } from '../../lib/table.mjs';

const COLUMNS = [
  'target',
  'own CPU ms/call',
  'p50 ms',
  'p95 ms',
  'p50 to direct',
  'calls/s',
  '1 MB ms',
  '1 MB CPU ms',
  'cold ms',
  'own MB',
  ...Object.keys(HUGE),
];

function paired(above, below) {
  return below === undefined ? NaN : median(above.map((value, round) => value / below[round]));
}

function row(result, direct) {
  const isDirect = result === direct;
  return [
    result.name,
    isDirect ? '–' : shown(median(result.cpu), 3),
    shown(median(result.p50), 3),
    shown(quantile(result.times, 0.95), 3),
    `${shown(paired(result.p50, direct?.p50))} ×`,
    shown(median(result.perSecond), 0),
    shown(median(result.large), 1),
    isDirect ? '–' : shown(median(result.largeCpu), 1),
    shown(median(result.cold), 0),
    isDirect ? '–' : shown(result.memory, 0),
    ...Object.keys(HUGE).map((size) => result.huge[size]?.how ?? '–'),
  ];
}

function verdict({ passed, isAim }) {
  if (isAim) return passed ? 'aim reached' : 'aim not reached';
  return passed ? 'pass' : 'FAIL';
}

function floorLine({ commits, files, p50 }, floor) {
  if (floor === undefined || commits.length === 0) return [];
  const each = floor.pages.map((pages, place) => {
    const ms = median(commits.map((times) => times[place]));
    return `${shown(ms)} ms for ${pages} page(s)`;
  });
  const text = `p50 of each ${each.join(', ')}; together ${shown(median(p50))} ms; an output's file ${shown(median(files))} ms`;
  return [
    `Bare commits of a paid call (${floor.pages.length}, journal ${floor.journal}, synchronous full): ${text}.`,
    '',
  ];
}

function conditions({ counts, client, isQuick }, { load, seconds, started }) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}`;
  const rounds = [
    `${counts.cold} cold starts`,
    `${counts.rounds} × ${counts.block} small calls`,
    `${counts.burstRounds} × ${counts.burst} calls with ${counts.inFlight} in flight`,
    `${counts.largeRounds} × ${counts.largeBlock} large`,
  ];
  return [
    `${started.toISOString().slice(0, 16).replace('T', ' ')} UTC, Node ${process.version}, ${machine}, load ${load.map((each) => shown(each)).join(' → ')}, ` +
      `client ${client}${isQuick ? ', quick' : ''}, ${shown(seconds, 0)} s.`,
    `All targets in turns, the order rotated: ${rounds.join(', ')}. Ratios are paired within each round; the middle one is shown, with the quartiles.`,
  ];
}

/** The report of one run as Markdown. */
export function report({ results, bars, floor, options, run }) {
  const direct = results.named('direct');
  const judged = bars.map((bar) => [bar.what, bar.bar, bar.measured, verdict(bar)]);
  return [
    '# What Greenlight adds to a call',
    '',
    ...conditions(options, run),
    '',
    ...(judged.length > 0 ? [table(['bar', 'limit', 'measured', 'result'], judged), ''] : []),
    table(
      COLUMNS,
      results.all().map((result) => row(result, direct)),
    ),
    '',
    ...floorLine(results.floor, floor),
  ].join('\n');
}

/** The same as data: what each round measured, without the single calls. */
export function asData({ results, bars, floor, options, run }) {
  const rounded = (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(5)) : value);
  const targets = results.all().map(({ times, ...lists }) => ({ ...lists, p95: quantile(times, 0.95) }));
  const commits = { pages: floor?.pages, journal: floor?.journal, ...results.floor };
  return JSON.stringify(
    { ...run, counts: options.counts, client: options.client, node: process.version, bars, targets, commits },
    rounded,
  );
}
