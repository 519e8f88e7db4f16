import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editWorkflow } from '../../src/cli/edit-workflow.js';
import type { Editor } from '../../src/cli/open-editor.js';
import { parseWorkflow, workflowText } from '../../src/feedback/workflow-text.js';
import { fakeDesk, noon } from './fake-desk.js';

const text =
  '---\nname: posters\ntitle: Posters\nproven: { project: poster, takes: 3, at: "2026-11-22" }\n---\n\n# Posters\n';

async function deskWithDocument() {
  const desk = fakeDesk();
  const save = () => desk.store.saveWorkflow('poster', { ...parseWorkflow(text), state: 'accepted', at: noon });
  return { desk, document: await save(), save };
}

/** An editor that puts in something else and remembers the file. */
function editorThat(change: (before: string) => string, exitCode = 0): { edit: Editor; file: () => string } {
  let opened = '';
  const edit: Editor = async (file) => {
    opened = file;
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    return exitCode;
  };
  return { edit, file: () => opened };
}

describe('editWorkflow', () => {
  it('stores what was changed as a draft that proves nothing, and takes the file away', async () => {
    const { desk, document } = await deskWithDocument();
    const editor = editorThat((before) => before.replace('title: Posters', 'title: Better posters'));
    const edited = await editWorkflow(desk, document, editor.edit);
    expect(edited).toMatchObject({
      kind: 'saved',
      workflow: { version: 2, state: 'draft', front: { title: 'Better posters' } },
    });
    expect((await desk.store.workflow('posters'))?.front.proven).toBeUndefined();
    expect(existsSync(dirname(editor.file()))).toBe(false);
  });

  it('stores nothing where nothing was changed', async () => {
    const { desk, document } = await deskWithDocument();
    const editor = editorThat((before) => before);
    expect(await editWorkflow(desk, document, editor.edit)).toEqual({ kind: 'unchanged' });
    expect(existsSync(editor.file())).toBe(false);
    await expect(editWorkflow(desk, document, editorThat((before) => before, 2).edit)).rejects.toMatchObject({
      code: 'editor-failed',
    });
    expect((await desk.store.workflow('posters'))?.version).toBe(1);
  });

  it.each<[string, (before: string) => string, number]>([
    ['is no document', () => 'all is gone', 0],
    ['breaks the form', (before) => before.replace('title: Posters', 'titel: Posters'), 0],
    ['has another name', (before) => before.replace('name: posters', 'name: other'), 0],
    ['comes from an editor that gave up', (before) => `${before}more\n`, 1],
  ])('keeps a text that %s, and says where', async (_what, change, exitCode) => {
    const { desk, document } = await deskWithDocument();
    const editor = editorThat(change, exitCode);
    const failed = editWorkflow(desk, document, editor.edit);
    await expect(failed).rejects.toMatchObject({ end: 'usage', code: 'workflow-kept' });
    await expect(failed).rejects.toMatchObject({ facts: { file: editor.file() } });
    expect(readFileSync(editor.file(), 'utf8')).toBe(change(workflowText(document)));
    expect(statSync(editor.file()).mode & 0o777).toBe(0o600);
    expect((await desk.store.workflow('posters'))?.version).toBe(1);
    rmSync(dirname(editor.file()), { recursive: true });
  });

  it('keeps a text when somebody else saved a version meanwhile', async () => {
    const { desk, document, save } = await deskWithDocument();
    const editor = editorThat((before) => `${before}more\n`);
    const edit: Editor = async (file) => {
      await save();
      return editor.edit(file);
    };
    await expect(editWorkflow(desk, document, edit)).rejects.toMatchObject({ code: 'workflow-kept' });
    expect(readFileSync(editor.file(), 'utf8')).toContain('more');
    rmSync(dirname(editor.file()), { recursive: true });
  });
});
