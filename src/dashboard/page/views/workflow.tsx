import type { WorkflowPage } from '../../api.js';
import { useRemote } from '../browser/use-remote.js';
import { credits } from '../format.js';
import { Empty, Panel, Pending } from '../parts/notes.js';
import { Table } from '../parts/table.js';
import { addressOf } from '../place.js';
import { words } from '../words.js';
import { DocumentPanel } from './document.js';

function Brief({ brief }: { readonly brief: WorkflowPage['brief'] }) {
  if (brief === null) return <Empty title={words.briefNoneTitle}>{words.briefNone}</Empty>;
  return (
    <>
      <h3>{brief.title}</h3>
      <dl class="brief">
        {brief.lines.map(({ name, text }) => (
          <div>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Plan({ plan }: { readonly plan: WorkflowPage['plan'] }) {
  if (plan === null) return <Empty title={words.planNoneTitle}>{words.planNone}</Empty>;
  return (
    <>
      <p class="help">
        Version {plan.version} · {credits(plan.total)} credits planned{plan.style === null ? '' : ` · ${plan.style}`}
      </p>
      <Table
        caption="Plan"
        columns={['Shot', 'Phase', 'Purpose', 'Model', 'Prompt', '#Made', '#Estimate']}
        rows={plan.items.map((item) => [
          <a href={addressOf('board', { shot: item.shot })}>{item.shot}</a>,
          item.phase,
          item.purpose,
          item.model ?? '·',
          <span class="clip" title={item.prompt}>
            {item.prompt}
          </span>,
          `${item.made}/${item.count}`,
          credits(item.estimate),
        ])}
      />
    </>
  );
}

/** Brief, plan, workflow documents with what changed in them, and the prompts of approved takes. */
export function WorkflowView({ chosen }: { readonly chosen: Readonly<Record<string, string>> }) {
  const { value, trouble, put } = useRemote<WorkflowPage>('/api/workflow', ['workflow', 'takes']);
  if (value === undefined) return <Pending trouble={trouble} />;
  return (
    <>
      <h1>{words.workflowTitle}</h1>
      <Panel title="Brief">
        <Brief brief={value.brief} />
      </Panel>
      <Panel title="Plan">
        <Plan plan={value.plan} />
      </Panel>
      <Panel title="Workflow documents">
        {value.documents.length === 0 ? (
          <Empty title={words.documentsNoneTitle}>{words.documentsNone}</Empty>
        ) : (
          <DocumentPanel documents={value.documents} chosen={chosen} put={put} />
        )}
      </Panel>
      <Panel title="Prompt library">
        {value.prompts.length === 0 ? (
          <p class="help">{words.promptsNone}</p>
        ) : (
          <Table
            caption="Prompt library"
            columns={['Prompt', 'Kind', 'Model', 'Project', '#Paid']}
            rows={value.prompts.map((one) => [one.prompt, one.kind, one.model ?? '·', one.project, credits(one.paid)])}
          />
        )}
      </Panel>
    </>
  );
}
