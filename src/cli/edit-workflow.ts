import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Workflow } from '../model/workflow.js';
import { parseWorkflow, unreadFields, workflowText } from '../feedback/workflow-text.js';
import { CommandError } from './command-error.js';
import type { Editor } from './open-editor.js';
import type { Desk } from './with-store.js';

/** What came of editing a document. */
export type Edited = { readonly kind: 'unchanged' } | { readonly kind: 'saved'; readonly workflow: Workflow };

/**
 * Gives the newest version of a document to an editor and stores what came of it as a draft. What cannot be stored stays in
 * its file, which the error names: nothing that was written is lost.
 * @throws CommandError when the editor failed, the text is no workflow document, it has another name, or somebody else
 *   saved a version meanwhile.
 */
export async function editWorkflow(
  { store, project, shell }: Pick<Desk, 'store' | 'project' | 'shell'>,
  document: Workflow,
  edit: Editor,
): Promise<Edited> {
  const { name } = document.front;
  const before = workflowText(document);
  const file = join(mkdtempSync(join(tmpdir(), 'greenlight-edit-')), `${name}.md`);
  writeFileSync(file, before, { mode: 0o600 });
  const exitCode = await edit(file);
  const text = readFileSync(file, 'utf8');
  const away = (): void => rmSync(dirname(file), { recursive: true, force: true });
  if (text === before) {
    away();
    if (exitCode !== 0) throw new CommandError('failed', 'editor-failed', { exitCode });
    return { kind: 'unchanged' };
  }
  const kept = (why: string, facts: object = {}): CommandError => {
    const said = shell.texts.say('cli/workflow', why, { exitCode, name, ...facts });
    return new CommandError('usage', 'workflow-kept', { why: said, file });
  };
  if (exitCode !== 0) throw kept('editor-gave-up');
  const parsed = readEdited(text, file);
  if (parsed.front.name !== name) throw kept('renamed');
  const fields = unreadFields(text);
  if (fields.length > 0) throw kept('unread-fields', { fields });
  if ((await store.workflow(name))?.version !== document.version) throw kept('moved');
  // A changed document was not run yet, whatever its text says of itself.
  const front = { ...parsed.front, proven: undefined };
  const workflow = await store.saveWorkflow(project, { ...parsed, front, state: 'draft', at: shell.now() });
  away();
  return { kind: 'saved', workflow };
}

function readEdited(text: string, file: string): ReturnType<typeof parseWorkflow> {
  try {
    return parseWorkflow(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError('usage', 'workflow-kept', { why, file });
  }
}
