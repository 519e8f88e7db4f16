import { useContext } from 'preact/hooks';
import type { AcceptEntry, WorkflowDocument, WorkflowPage } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { useSending } from '../browser/use-sending.js';
import { minuteOf } from '../format.js';
import { MayAct } from '../browser/act.js';
import { Difference } from '../parts/difference.js';
import { Pending, TroubleNote } from '../parts/notes.js';
import { addressOf } from '../place.js';
import { words } from '../words.js';

type Documents = WorkflowPage['documents'];
type Chosen = Readonly<Record<string, string>>;

function Reader(props: {
  readonly document: Documents[number];
  readonly version: number;
  readonly put: (page: WorkflowPage) => void;
}) {
  const mayAct = useContext(MayAct);
  const { document, version, put } = props;
  const before = document.versions.map((one) => one.version).filter((one) => one < version);
  const against = before.length > 0 ? `&against=${Math.max(...before)}` : '';
  const path = `/api/workflow/${encodeURIComponent(document.name)}`;
  const { value, trouble } = useRemote<WorkflowDocument>(`${path}?version=${version}${against}`, ['workflow']);
  const accepting = useSending(put);
  if (value === undefined) return <Pending trouble={trouble} />;
  const draft = document.versions.find((one) => one.version === version)?.draft ?? value.draft;
  return (
    <article class="document" aria-label={`${value.name}, version ${value.version}`}>
      <header class="panel-head">
        <h3>
          {value.name} · version {value.version} {draft && <span class="tag tag-refine">draft</span>}
        </h3>
        {draft && mayAct && (
          <button
            type="button"
            class="primary"
            aria-disabled={accepting.busy}
            onClick={() => void accepting.submit(`${path}/accept`, { version } satisfies AcceptEntry)}
          >
            Accept
          </button>
        )}
      </header>
      {draft && <p class="help">{words.draftHelp}</p>}
      <TroubleNote trouble={accepting.trouble} />
      {value.changes !== null && (
        <details open>
          <summary>Changes</summary>
          {value.changes.some(({ kind }) => kind !== 'same') ? (
            <Difference parts={value.changes} class="difference text" />
          ) : (
            <p class="help">{words.diffSame}</p>
          )}
        </details>
      )}
      <details open={value.changes === null}>
        <summary>Text</summary>
        <p class="text">{value.text}</p>
      </details>
    </article>
  );
}

/** The workflow documents with their versions; the chosen one with what changed in it. */
export function DocumentPanel(props: {
  readonly documents: Documents;
  readonly chosen: Chosen;
  readonly put: (page: WorkflowPage) => void;
}) {
  const { documents, chosen } = props;
  const open = documents.find(({ name }) => name === chosen['document']);
  return (
    <div class="documents">
      <ul class="rows">
        {documents.map(({ name, versions }) => (
          <li key={name}>
            <strong>{name}</strong>
            <ul class="versions">
              {versions.map((one) => (
                <li key={one.version}>
                  <a
                    href={addressOf('workflow', { document: name, version: String(one.version) })}
                    aria-current={open?.name === name && chosen['version'] === String(one.version) ? 'true' : undefined}
                  >
                    Version {one.version}
                  </a>{' '}
                  {one.draft && <span class="tag tag-refine">draft</span>}{' '}
                  <span class="quiet">
                    {one.by}, {minuteOf(one.at)}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {open === undefined ? (
        <p class="help">{words.documentChoose}</p>
      ) : (
        <Reader
          key={`${open.name} ${chosen['version'] ?? ''}`}
          document={open}
          version={Number(chosen['version'] ?? open.versions[0]?.version)}
          put={props.put}
        />
      )}
    </div>
  );
}
