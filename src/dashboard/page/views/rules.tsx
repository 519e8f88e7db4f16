import { useContext } from 'preact/hooks';
import type { RulesPage } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { useSending } from '../browser/use-sending.js';
import { minuteOf, whenFrom } from '../format.js';
import { MayAct } from '../browser/act.js';
import { Panel, Pending, TroubleNote } from '../parts/notes.js';
import { Table } from '../parts/table.js';
import { words } from '../words.js';

const DEFAULT = 'default';

type Code = RulesPage['rules'][number]['codes'][number];

function Level(props: {
  readonly code: Code;
  readonly levels: readonly string[];
  readonly set: (level: string) => void;
}) {
  const { code, levels } = props;
  const mayAct = useContext(MayAct);
  if (!mayAct) return <span class={`level level-${code.now}`}>{code.now}</span>;
  return (
    <select
      class={`level level-${code.now}`}
      aria-label={`Level of ${code.code}`}
      value={code.now}
      onChange={(event) => props.set(event.currentTarget.value)}
    >
      {levels.map((level) => (
        <option value={level}>{level === code.usual ? `${level} (usual)` : level}</option>
      ))}
      {code.now !== code.usual && <option value={DEFAULT}>back to usual</option>}
    </select>
  );
}

/** Every rule with its levels, when each fired, and who changed what. */
export function RulesView() {
  const { value, trouble, put } = useRemote<RulesPage>('/api/rules', ['rules', 'now']);
  const sending = useSending(put);
  if (value === undefined) return <Pending trouble={trouble} />;
  return (
    <>
      <h1>{words.rulesTitle}</h1>
      <p class="help">
        {words.rulesHelp}
        {value.preset !== null && ` Preset: ${value.preset}.`}
      </p>
      <TroubleNote trouble={sending.trouble} />
      <div class="rules">
        {value.rules.map((rule) => (
          <section class="panel rule" key={rule.rule} aria-label={rule.rule}>
            <h2>{rule.rule}</h2>
            <p>{rule.why}</p>
            <table>
              <caption class="unseen">Levels of {rule.rule}</caption>
              <thead class="unseen">
                <tr>
                  <th scope="col">Code</th>
                  <th scope="col">Fired</th>
                  <th scope="col">Level</th>
                </tr>
              </thead>
              <tbody>
                {rule.codes.map((code) => (
                  <tr key={code.code}>
                    <th scope="row">
                      <code>{code.code}</code>
                    </th>
                    <td class="quiet number">
                      {code.fired === 0
                        ? words.rulesNeverFired
                        : `${code.fired} ×${code.lastAt === null ? '' : `, ${whenFrom(Date.now(), code.lastAt)}`}`}
                    </td>
                    <td>
                      <Level
                        code={code}
                        levels={value.levels}
                        set={(level) => void sending.submit('/api/rules', { code: code.code, level })}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <details>
              <summary>When to turn it off</summary>
              <p class="help">{rule.turnOff}</p>
            </details>
          </section>
        ))}
      </div>
      <Panel title="Changes">
        {value.changes.length === 0 ? (
          <p class="help">{words.rulesChangesNone}</p>
        ) : (
          <Table
            caption="Changes"
            columns={['Time (UTC)', 'Who', 'What']}
            rows={value.changes.map((change) => [minuteOf(change.at), change.who, change.words])}
          />
        )}
      </Panel>
    </>
  );
}
