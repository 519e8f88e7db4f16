import type { BudgetView } from '../../api.js';
import { credits, fill, minuteOf } from '../format.js';
import { meterParts } from '../meter-parts.js';
import { words } from '../words.js';

const WIDE = 1000;

function Bar({ budget }: { readonly budget: BudgetView }) {
  const { spent, held, soft, level } = meterParts(budget);
  const said = `${credits(budget.spent)} spent, ${credits(budget.held)} held${budget.limit === null ? '' : ` of ${credits(budget.limit)}`}`;
  return (
    <svg
      class={`meter meter-${level}`}
      viewBox={`0 0 ${WIDE} 12`}
      preserveAspectRatio="none"
      role="meter"
      aria-label={budget.title}
      aria-valuemin={0}
      aria-valuemax={budget.limit ?? budget.spent + budget.held}
      aria-valuenow={budget.spent + budget.held}
      aria-valuetext={said}
    >
      <rect class="meter-ground" width={WIDE} height="12" />
      <rect class="meter-spent" width={spent * WIDE} height="12" />
      <rect class="meter-held" x={spent * WIDE} width={held * WIDE} height="12" />
      {soft !== null && <rect class="meter-soft" x={soft * WIDE - 1.5} width="3" height="12" />}
    </svg>
  );
}

/** A budget with its bar: what is left in large, what is spent, held and beyond the soft limit in small. */
export function Meter({ budget }: { readonly budget: BudgetView }) {
  const { level } = meterParts(budget);
  return (
    <div class={`budget budget-${level}`}>
      <div class="budget-head">
        <h3>{budget.title}</h3>
        <span class="tag">{budget.scope}</span>
      </div>
      <p class="budget-left">
        <strong>{budget.left === null ? '∞' : credits(budget.left)}</strong> <span>credits left</span>
      </p>
      <Bar budget={budget} />
      <dl class="figures">
        <div>
          <dt>Spent</dt>
          <dd>{credits(budget.spent)}</dd>
        </div>
        <div>
          <dt title={words.budgetHeld}>Held</dt>
          <dd>{credits(budget.held)}</dd>
        </div>
        <div>
          <dt>Limit</dt>
          <dd>{budget.limit === null ? 'none' : credits(budget.limit)}</dd>
        </div>
        {budget.soft !== null && (
          <div>
            <dt>Soft limit</dt>
            <dd>{credits(budget.soft)}</dd>
          </div>
        )}
      </dl>
      {budget.drift > 0 && <p class="drift">{fill(words.drift, { drift: credits(budget.drift) })}</p>}
      {budget.resetsAt !== null && <p class="quiet">Begins anew {minuteOf(budget.resetsAt)} UTC</p>}
    </div>
  );
}
