import type { Money } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { Bars } from '../charts/bars.js';
import { BurnChart } from '../charts/burn-chart.js';
import { credits, percent } from '../format.js';
import { Empty, Panel, Pending } from '../parts/notes.js';
import { Table } from '../parts/table.js';
import { words } from '../words.js';
import { LedgerPanel } from './ledger.js';

function Figure({
  name,
  value,
  help,
}: {
  readonly name: string;
  readonly value: string;
  readonly help?: string | undefined;
}) {
  return (
    <div class="figure" title={help}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Figures({ money }: { readonly money: Money }) {
  const saved = money.savings.reduce((sum, one) => sum + one.credits, 0);
  const ofPlan = money.planned !== null && money.planned > 0 ? percent(money.spent / money.planned) : '·';
  return (
    <dl class="headline">
      <Figure name="Spent" value={credits(money.spent)} />
      <Figure name="Of the plan" value={ofPlan} />
      <Figure name="Kept assets" value={credits(money.kept)} />
      <Figure
        name="Per kept asset"
        value={money.perKept === null ? '·' : credits(money.perKept)}
        help={words.perKeptHelp}
      />
      <Figure name="Saved (estimate)" value={credits(saved)} help={words.savingsHelp} />
    </dl>
  );
}

/** Spending against the plan, by its parts, what rules saved, and every movement. */
export function MoneyView() {
  const { value: money, trouble } = useRemote<Money>('/api/money', ['money', 'takes']);
  if (money === undefined) return <Pending trouble={trouble} />;
  return (
    <>
      <h1>{words.moneyTitle}</h1>
      <Figures money={money} />
      {money.burn.length === 0 ? (
        <Empty title={words.moneyNoneTitle}>{words.moneyNone}</Empty>
      ) : (
        <>
          <Panel title={words.burnTitle}>
            <BurnChart money={money} />
          </Panel>
          <div class="thirds">
            <Panel title="By phase">
              <Bars title="Credits by phase" slices={money.byPhase} />
            </Panel>
            <Panel title="By model">
              <Bars title="Credits by model" slices={money.byModel} />
            </Panel>
            <Panel title="By shot">
              <Bars title="Credits by shot" slices={money.byShot} />
            </Panel>
          </div>
        </>
      )}
      <Panel title={words.savingsTitle} help={words.savingsHelp}>
        {money.savings.length === 0 ? (
          <p class="help">{words.savingsNone}</p>
        ) : (
          <Table
            caption={words.savingsTitle}
            columns={['Rule', 'What it held back', '#Times', '#Credits (estimate)']}
            rows={money.savings.map((one) => [<code>{one.rule}</code>, one.words, one.times, credits(one.credits)])}
          />
        )}
      </Panel>
      <LedgerPanel />
    </>
  );
}
