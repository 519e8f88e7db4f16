import { useContext, useState } from 'preact/hooks';
import type { ServersPage, ToolEntry, ToolRow, TrustEntry } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { useSending } from '../browser/use-sending.js';
import { MayAct } from '../browser/act.js';
import { Difference } from '../parts/difference.js';
import { Empty, Panel, Pending, TroubleNote } from '../parts/notes.js';
import { Table } from '../parts/table.js';
import { words } from '../words.js';

interface Named {
  readonly server: string;
  readonly tool: ToolRow;
}

type Put = (page: ServersPage) => void;

const pathOf = ({ server, tool }: Named): string =>
  `/api/servers/${encodeURIComponent(server)}/tools/${encodeURIComponent(tool.tool)}`;

function Settle({ one, put }: { readonly one: Named; readonly put: Put }) {
  const [price, setPrice] = useState('');
  const { busy, trouble, submit } = useSending(put);
  const settle = (cost: ToolEntry['cost']): void => {
    const entry: ToolEntry = { cost, ...(cost === 'paid' && price !== '' && { credits: Number(price) }) };
    void submit(pathOf(one), entry);
  };
  return (
    <div class="settle">
      <label class="field">
        <span>Credits a call</span>
        <input
          type="number"
          min="0"
          step="any"
          value={price}
          onInput={(event) => setPrice(event.currentTarget.value)}
        />
      </label>
      <button type="button" class="primary" aria-disabled={busy} onClick={() => settle('paid')}>
        It costs
      </button>
      <button type="button" aria-disabled={busy} onClick={() => settle('free')}>
        It is free
      </button>
      <TroubleNote trouble={trouble} />
    </div>
  );
}

function Trust({ one, put }: { readonly one: Named; readonly put: Put }) {
  const mayAct = useContext(MayAct);
  const { busy, trouble, submit } = useSending(put);
  return (
    <article class="ask" aria-label={`${one.server} ${one.tool.tool}`}>
      <h3>
        {one.server} / {one.tool.tool}
      </h3>
      <p class="help">{one.tool.trust === 'new' ? words.trustNew : words.trustHelp}</p>
      {one.tool.changes !== null && <Difference parts={one.tool.changes} class="difference text" />}
      {mayAct && (
        <button
          type="button"
          class="primary"
          aria-disabled={busy}
          onClick={() => void submit(`${pathOf(one)}/trust`, {} satisfies TrustEntry)}
        >
          I have seen it
        </button>
      )}
      <TroubleNote trouble={trouble} />
    </article>
  );
}

function Unsettled({ one, put }: { readonly one: Named; readonly put: Put }) {
  const mayAct = useContext(MayAct);
  return (
    <article class="ask" aria-label={`${one.server} ${one.tool.tool}`}>
      <h3>
        {one.server} / {one.tool.tool}
      </h3>
      <ul class="reasons">
        {one.tool.because.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {mayAct && <Settle one={one} put={put} />}
    </article>
  );
}

function Servers({ page }: { readonly page: ServersPage }) {
  return (
    <>
      {page.servers.map((server) => (
        <Panel key={server.server} title={server.server} aside={<code>{server.reach}</code>}>
          {server.trouble !== null && <p class="note note-bad">{server.trouble}</p>}
          <Table
            caption={`Tools of ${server.server}`}
            columns={['Tool', 'Kind', 'Cost', 'Price', 'Known from', 'Trust']}
            rows={server.tools.map((tool) => [
              <code>{tool.tool}</code>,
              tool.kind,
              <span class={`tag cost-${tool.cost}`}>{tool.cost}</span>,
              tool.price ?? '·',
              <span title={tool.because.join('; ')}>{tool.source}</span>,
              tool.trust,
            ])}
          />
        </Panel>
      ))}
    </>
  );
}

/** What each tool is taken for: what is to settle first, then what changed, every tool, and prices that grew old. */
export function ServersView() {
  const { value: page, trouble, put } = useRemote<ServersPage>('/api/servers', ['servers']);
  if (page === undefined) return <Pending trouble={trouble} />;
  const all = page.servers.flatMap(({ server, tools }) => tools.map((tool) => ({ server, tool })));
  const unsettled = all.filter(({ tool }) => tool.cost === 'unknown');
  const untrusted = all.filter(({ tool }) => tool.trust !== 'pass');
  return (
    <>
      <h1>{words.serversTitle}</h1>
      {page.servers.length === 0 && <Empty title={words.serversNoneTitle}>{words.serversNone}</Empty>}
      <div class="split">
        <Panel title={words.settleTitle} help={unsettled.length > 0 ? words.settleHelp : words.settleNone}>
          {unsettled.map((one) => (
            <Unsettled key={pathOf(one)} one={one} put={put} />
          ))}
        </Panel>
        <div class="stack">
          {untrusted.length > 0 && (
            <Panel title="New or changed">
              {untrusted.map((one) => (
                <Trust key={pathOf(one)} one={one} put={put} />
              ))}
            </Panel>
          )}
          <Panel title="Prices that may be old">
            {page.stalePrices.length === 0 ? (
              <p class="help">{words.staleNone}</p>
            ) : (
              <Table
                caption="Prices that may be old"
                columns={['Price', 'As of', 'What to do']}
                rows={page.stalePrices.map((one) => [<code>{one.key}</code>, one.asOf, one.words])}
              />
            )}
          </Panel>
        </div>
      </div>
      <Servers page={page} />
    </>
  );
}
