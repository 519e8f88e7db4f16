import { HUGE } from '../phases/huge.mjs';
import { quantile, shown } from '../../lib/statistics.mjs';

const TIMES = '×';

/** The middle of a value that was computed in each round from what was measured in that round, and its spread. */
function overRounds(values) {
  return { middle: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

function ratios(above, below) {
  return overRounds(above.map((value, round) => value / below[round]));
}

function spread({ middle, low, high }, unit) {
  return `${shown(middle)} ${unit} (${shown(low)}–${shown(high)})`;
}

function atMost(what, values, limit, isAim = false) {
  const measured = spread(values, TIMES);
  return { what, bar: `≤ ${limit} ${TIMES}`, measured, passed: values.middle <= limit, isAim, value: values.middle };
}

function freeBars(results, { direct, bare, raw, free }) {
  return [
    atMost('free call: own processor time, to sdk-minimal', ratios(free.cpu, bare.cpu), 1.1),
    atMost('free call: own processor time, to raw-pipe', ratios(free.cpu, raw.cpu), 1.5, true),
    atMost('free call: p50, to sdk-minimal', ratios(free.p50, bare.p50), 1.1),
    atMost('free call: p50, to raw-pipe', ratios(free.p50, raw.p50), 1.5, true),
    throughputBar(ratios(free.perSecond, direct.perSecond)),
    atMost('1 MB answer, free: p50, to direct', ratios(free.large, direct.large), 1.5),
  ];
}

function throughputBar(values) {
  return {
    what: 'free calls, 32 in flight: per second, to direct',
    bar: `≥ 0.5 ${TIMES}`,
    measured: spread(values, TIMES),
    passed: values.middle >= 0.5,
    value: values.middle,
  };
}

/**
 * What a paid call adds, against three times what the bare SDK adds plus what no durable gateway can save: the commits,
 * and (as an aim of its own, since not every answer holds media) the file of the output.
 */
function paidBars({ floor }, { direct, bare, paid }) {
  const added = paid.p50.map((ms, round) => ms - direct.p50[round]);
  const judged = (what, durable, isAim) => {
    const allowed = bare.p50.map((ms, round) => 3 * (ms - direct.p50[round]) + durable(round));
    const share = ratios(added, allowed);
    return {
      what: `paid call: p50 added to direct, ${what}`,
      bar: `≤ ${shown(overRounds(allowed).middle)} ms`,
      measured: `${spread(overRounds(added), 'ms')}, ${shown(share.middle)} of it`,
      passed: share.middle <= 1,
      isAim,
      value: share.middle,
    };
  };
  return [
    judged(`to 3 ${TIMES} sdk-minimal + commits`, (round) => floor.p50[round], false),
    judged("the same + the output's file", (round) => floor.p50[round] + floor.files[round], true),
  ];
}

function hugeBars(targets) {
  return Object.keys(HUGE).flatMap((size) =>
    targets.map(({ result, wanted }) => {
      const { how, ms } = result.huge[size] ?? { how: 'not measured' };
      const measured = ms === undefined ? how : `${how}, ${shown(ms)} ms`;
      return { what: `${size} answer, ${result.name}`, bar: wanted, measured, passed: how === wanted, value: how };
    }),
  );
}

function startBars(results, { direct, free, paid }) {
  const warm = results.named('greenlight, lists cached');
  const memory = Math.max(free.memory, paid.memory);
  return [
    atMost('cold start, nothing cached, to direct', ratios(free.cold, direct.cold), 1.45),
    ...(warm ? [atMost('cold start, lists cached, to direct', ratios(warm.cold, direct.cold), 1.45, true)] : []),
    {
      what: 'own memory at the end',
      bar: '≤ 110 MB',
      measured: `free ${shown(free.memory)} MB, paid ${shown(paid.memory)} MB`,
      passed: memory <= 110,
      value: memory,
    },
  ];
}

/** Every bar with what was measured. Aims are shown beside and do not fail the run. */
export function judge(results) {
  const by = {
    direct: results.named('direct'),
    raw: results.named('raw-pipe'),
    bare: results.named('sdk-minimal'),
    free: results.named('greenlight free'),
    paid: results.named('greenlight paid'),
  };
  if (Object.values(by).includes(undefined)) return [];
  const reach = [
    { result: by.free, wanted: 'inline' },
    { result: by.paid, wanted: 'link' },
  ];
  return [...freeBars(results, by), ...paidBars(results, by), ...hugeBars(reach), ...startBars(results, by)];
}
