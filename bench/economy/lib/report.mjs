import { shown } from '../../lib/statistics.mjs';
import { table } from '../../lib/table.mjs';

const least = 3;
const mostTurns = 1.02;

const sum = (cells, name) => cells.reduce((total, cell) => total + cell[name], 0);
const perThousand = (totals) => (1000 * sum(totals, 'accepted')) / sum(totals, 'spent');
const turnsPer = (totals) => sum(totals, 'turns') / sum(totals, 'accepted');
const times = (value) => `${shown(value)} ×`;

/** Cells put together by agent, mode and parameter set, with the ratios that the bars are about. */
export function figuresOf(cells, baseName) {
  const of = (name, agent, mode) =>
    cells.filter((cell) => cell.parameters === name && cell.agent === agent && cell.mode === mode);
  const sets = [...new Set(cells.map(({ parameters }) => parameters))];
  const compare = (name, pickTotals) => {
    const totals = (agent, mode) =>
      of(name, agent, mode)
        .map(pickTotals)
        .filter((total) => total !== undefined);
    const without = perThousand(totals('naive', 'off'));
    const [shadow, enforced] = [totals('disciplined', 'shadow'), totals('disciplined', 'enforce')];
    return {
      ...{ name, without, naive: perThousand(totals('naive', 'enforce')), disciplined: perThousand(enforced) },
      ...{ gain: perThousand(totals('naive', 'enforce')) / without, turns: turnsPer(enforced) / turnsPer(shadow) },
      ...{ kept: sum(enforced, 'accepted') / sum(shadow, 'accepted'), againstPlan: sum(enforced, 'againstPlan') },
      ...{
        acceptedWithout: sum(totals('naive', 'off'), 'accepted'),
        acceptedWith: sum(totals('naive', 'enforce'), 'accepted'),
      },
    };
  };
  const kinds = Object.keys(cells[0].byKind);
  const modes = [...new Set(cells.map(({ agent, mode }) => `${agent} ${mode}`))].map((each) => each.split(' '));
  return {
    main: modes.map(([agent, mode]) => lineOf(agent, mode, of(baseName, agent, mode))),
    base: compare(baseName, ({ total }) => total),
    seeds: [...new Set(cells.filter(({ parameters }) => parameters === baseName).map(({ seed }) => seed))].map(
      (seed) => ({
        ...compare(baseName, (cell) => (cell.seed === seed ? cell.total : undefined)),
        name: `seed ${seed}`,
      }),
    ),
    kinds: kinds.map((kind) => ({ ...compare(baseName, ({ byKind }) => byKind[kind]), name: kind })),
    varied: sets.filter((name) => name !== baseName).map((name) => compare(name, ({ total }) => total)),
    planned:
      perThousand(of(baseName, 'disciplined', 'off').map(({ total }) => total)) /
      perThousand(of(baseName, 'typical', 'off').map(({ total }) => total)),
    stops: stopsOf(of(baseName, 'disciplined', 'enforce')),
  };
}

function lineOf(agent, mode, cells) {
  const totals = cells.map(({ total }) => total);
  const each = (name) => sum(totals, name);
  return {
    ...{ agent, mode, accepted: each('accepted'), shots: each('shots'), spent: each('spent') },
    ...{ perThousand: perThousand(totals), turns: turnsPer(totals), questions: each('questions') },
    ...{ block: each('block'), ask: each('ask'), nudge: each('nudge'), againstPlan: each('againstPlan') },
  };
}

/** Codes that stopped the disciplined agent, the most frequent first. */
function stopsOf(cells) {
  const codes = new Map();
  for (const cell of cells) {
    for (const [code, count] of Object.entries(cell.codes)) codes.set(code, (codes.get(code) ?? 0) + count);
  }
  return [...codes].sort(([, one], [, other]) => other - one);
}

/** What must hold. */
export function barsOf({ base }, doors) {
  const percent = (ratio) => `${shown((ratio - 1) * 100)} %`;
  return [
    {
      what: 'accepted outputs per credit, naive agent with the gate to without',
      bar: `≥ ${least} ×`,
      measured: times(base.gain),
      passed: base.gain >= least,
    },
    {
      what: 'turns per accepted output, disciplined agent, gate to shadow',
      bar: '≤ +2 %',
      measured: percent(base.turns),
      passed: base.turns <= mostTurns,
    },
    {
      what: 'outputs accepted, disciplined agent, gate to shadow',
      bar: 'none lost',
      measured: percent(base.kept),
      passed: base.kept >= 1,
    },
    {
      what: 'calls of the disciplined agent stopped though planned',
      bar: '0',
      measured: String(base.againstPlan),
      passed: base.againstPlan === 0,
    },
    ...(doors.length === 0
      ? []
      : [
          {
            what: 'jobs that end alike in process and over real processes',
            bar: `${doors.length}`,
            measured: String(doors.filter(({ same }) => same).length),
            passed: doors.every(({ same }) => same),
          },
        ]),
  ];
}

const compared = (rows, first) =>
  table(
    [
      first,
      'naive without',
      'naive with',
      'gain',
      'accepted without → with',
      'disciplined with',
      'its turns to shadow',
      'stopped though planned',
    ],
    rows.map((row) => [
      ...[
        row.name,
        shown(row.without),
        shown(row.naive),
        times(row.gain),
        `${row.acceptedWithout} → ${row.acceptedWith}`,
      ],
      ...[shown(row.disciplined), `${shown((row.turns - 1) * 100)} %`, row.againstPlan],
    ]),
  );

const mainTable = ({ main }) =>
  table(
    [
      'agent',
      'mode',
      'accepted',
      'of',
      'credits',
      'accepted per 1,000',
      'turns per accepted',
      'blocks',
      'asks',
      'nudges',
      'questions',
    ],
    main.map((row) => [
      ...[
        row.agent,
        row.mode,
        row.accepted,
        row.shots,
        row.spent.toLocaleString('en'),
        shown(row.perThousand),
        shown(row.turns, 1),
      ],
      ...[row.block, row.ask, row.nudge, row.questions],
    ]),
  );

const worst = (rows, count = 5) => [...rows].sort((one, other) => one.gain - other.gain).slice(0, count);

/** The run as a page. */
export function report({ run, figures, bars, doors, calibration, isDocs = false }) {
  const head = `${run.started.toISOString().slice(0, 16).replace('T', ' ')} UTC, Node ${run.node}, ${run.cores} cores, ${shown(run.seconds, 0)} s.`;
  const verdicts = table(
    ['bar', 'limit', 'measured', 'result'],
    bars.map(({ what, bar, measured, passed }) => [what, bar, measured, passed ? 'holds' : 'MISSED']),
  );
  const model = isDocs ? '[bench/economy/README.md](../bench/economy/README.md)' : '[README.md](../README.md)';
  return `# What the rule book is worth

The same seeded jobs, worked by three scripted agents with and without the gate. How an output gets accepted is a model, written down with the
source of each number in ${model}; \`npm run bench:economy\` repeats the run. Agents and people here are scripts: the figures
compare ways of working under stated assumptions, they do not forecast anybody's savings.

${head}

${isDocs ? '![Accepted outputs for 1,000 credits](images/economy.svg)\n' : ''}
## Bars

${verdicts}

## Agents

"off" is the agent without a gate; "shadow" judges and changes nothing.

${mainTable(figures)}

What stopped the disciplined agent: ${figures.stops.length === 0 ? 'nothing' : figures.stops.map(([code, count]) => `\`${code}\` ${count}`).join(', ')}.

## Seeds

${compared(figures.seeds, 'seed')}

## Kinds of jobs

${compared(figures.kinds, 'jobs')}

## Worst cells

${compared(worst([...figures.kinds, ...figures.varied]), 'cell')}

## Sensitivity

One parameter set a line, 80 jobs each; accepted outputs for 1,000 credits.

${compared(figures.varied, 'parameters')}

## Against the sources' figures

Planned work without any gate yields ${times(figures.planned)} of what the typical agent's does (the sources: about three times). Of rejected outputs, the
prompt is to blame for the share below (the sources: about nine of ten), and a fourth try of an unchanged prompt lands as often as said (the sources: it
almost never differs).

${table(
  ['parameters', 'blame of the prompt', 'fourth try lands'],
  calibration.map(({ name, byPrompt, fourthLands }) => [
    name,
    `${shown(byPrompt * 100, 0)} %`,
    `${shown(fourthLands * 100, 1)} %`,
  ]),
)}

${doorsText(doors)}`;
}

function doorsText(doors) {
  if (doors.length === 0) return '';
  const rows = doors.map(({ agent, number, inProcess, overStdio, same }) => [
    ...[`${agent}, job ${number}`, shownJob(inProcess), shownJob(overStdio), same ? 'yes' : 'NO'],
  ]);
  return `## Over real processes

The same jobs through a client, the gateway and the demo studio, each a process of its own (accepted / credits / turns / refusals).

${table(['job', 'in process', 'over stdio', 'alike'], rows)}
`;
}

const shownJob = ({ accepted, spent, turns, refused }) => [accepted, spent, turns, refused].join(' / ');
