import type { Money } from '../../api.js';
import { Table } from '../parts/table.js';
import { credits, fill } from '../format.js';
import { words } from '../words.js';
import type { BurnShape } from './burn-shape.js';
import { MARGIN, burnShape } from './burn-shape.js';

const SIZE = { width: 1040, height: 290 };

function Scales({ shape }: { readonly shape: BurnShape }) {
  return (
    <g class="scales" aria-hidden="true">
      {shape.yTicks.map(({ y, amount }) => (
        <g>
          <line x1={MARGIN.left} x2={SIZE.width - MARGIN.right} y1={y} y2={y} />
          <text x={MARGIN.left - 8} y={y + 4} text-anchor="end">
            {credits(amount)}
          </text>
        </g>
      ))}
      {shape.xTicks.map(({ x, day }) => (
        <text x={x} y={SIZE.height - 8} text-anchor="middle">
          {day.slice(5)}
        </text>
      ))}
    </g>
  );
}

/** Spending by day against the plan, with the same figures as a table. */
export function BurnChart({ money }: { readonly money: Money }) {
  const shape = burnShape(money, SIZE);
  const plan = money.planned === null ? '' : ` ${fill(words.burnAltPlan, { planned: credits(money.planned) })}`;
  const said = fill(words.burnAlt, { spent: credits(money.spent), day: money.burn.at(-1)?.day ?? '', plan });
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={said}>
        <Scales shape={shape} />
        <path class="burn-area" d={shape.spentArea} />
        {shape.planPath !== null && <path class="burn-plan" d={shape.planPath} />}
        {shape.planY !== null && (
          <line class="burn-limit" x1={MARGIN.left} x2={SIZE.width - MARGIN.right} y1={shape.planY} y2={shape.planY} />
        )}
        <path class="burn-line" d={shape.spentPath} />
        {shape.points.map(({ x, y, day, total }) => (
          <circle class="burn-point" cx={x} cy={y} r="3">
            <title>{`${day}: ${credits(total)}`}</title>
          </circle>
        ))}
      </svg>
      <figcaption class="legend">
        <span class="legend-spent">spent</span>
        {money.planned !== null && <span class="legend-plan">plan</span>}
      </figcaption>
      <details>
        <summary>As a table</summary>
        <Table
          caption={words.burnTitle}
          columns={['Day', '#Spent', '#Total']}
          rows={money.burn.map(({ day, spent, total }) => [day, credits(spent), credits(total)])}
        />
      </details>
    </figure>
  );
}
