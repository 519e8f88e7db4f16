import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { isApp, type Workflow } from '../../model/workflow.js';
import type { Store } from '../../gate/store-port.js';
import { parseWorkflow, unreadFields, workflowText } from '../../feedback/workflow-text.js';
import { CommandError } from '../command-error.js';
import { editWorkflow } from '../edit-workflow.js';
import { editorOf, type Editor } from '../open-editor.js';
import { plainLines } from '../plain-text.js';
import { provePerson } from '../prove-person.js';
import type { SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { guarded, shared, withStore, type Answer, type Desk, type PasswordOptions } from '../with-store.js';

type Room = Pick<Desk, 'store' | 'project' | 'shell'>;

interface VersionOptions extends SharedOptions {
  readonly version?: string | undefined;
  readonly force?: boolean | undefined;
}

/** The newest version of every saved document. */
export async function listWorkflows({ store, shell }: Room): Promise<Answer> {
  const documents = await store.workflows();
  const data = { workflows: documents.map(workflowData) };
  if (documents.length === 0) return { text: shell.texts.say('cli/workflow', 'none'), data };
  const rows = documents.map(({ front, version, state, project, at }) => [
    front.name,
    String(version),
    state === 'draft' ? { text: state, paint: shell.paint.yellow } : state,
    project,
    new Date(at).toISOString().slice(0, 10),
    front.title ?? '',
    front.inputs.map((input) => input.name).join(', '),
  ]);
  const titles = ['name', 'version', 'state', 'project', 'saved', 'title', 'inputs'].map((title) => ({ title }));
  return { text: table(titles, rows, shell.paint.dim), data };
}

/**
 * One document as Markdown.
 * @throws CommandError when there is none of that name and version.
 */
export async function showWorkflow({ store }: Room, name: string, version?: number): Promise<Answer> {
  const document = await findWorkflow(store, name, version);
  const text = workflowText(document);
  return { text: plainLines(text).trimEnd(), data: { ...workflowData(document), document: text } };
}

/**
 * Writes one document to a file.
 * @throws CommandError when there is none, or the file is there already and may not be overwritten.
 */
export async function exportWorkflow(room: Room, name: string, file: string, options: VersionOptions): Promise<Answer> {
  const document = await findWorkflow(room.store, name, versionOf(options));
  const path = resolve(file);
  try {
    writeFileSync(path, workflowText(document), { flag: options.force === true ? 'w' : 'wx' });
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw new CommandError('failed', 'file-exists', { file: path });
    throw error;
  }
  const facts = { name, version: document.version, file: path };
  return { text: room.shell.texts.say('cli/workflow', 'exported', facts), data: facts };
}

/**
 * Stores a document from a file as a draft.
 * @throws CommandError when it cannot be read, is no workflow document, or has fields that would be lost.
 */
export async function importWorkflow({ store, project, shell }: Room, file: string): Promise<Answer> {
  const path = resolve(file);
  const parsed = readDocument(path);
  if (parsed.unread.length > 0) throw new CommandError('usage', 'unread-fields', { file: path, fields: parsed.unread });
  // What another ledger vouched for is no proof here.
  const front = { ...parsed.front, proven: undefined };
  const { body } = parsed;
  const saved = await store.saveWorkflow(project, { front, body, state: 'draft', at: shell.now() });
  const facts = { name: saved.front.name, version: saved.version };
  return { text: shell.texts.say('cli/workflow', 'imported', facts), data: workflowData(saved) };
}

function readDocument(path: string): ReturnType<typeof parseWorkflow> & { readonly unread: readonly string[] } {
  try {
    const text = readFileSync(path, 'utf8');
    return { ...parseWorkflow(text), unread: unreadFields(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError('usage', 'bad-workflow', { file: path, why });
  }
}

/**
 * Has the newest version edited; what comes of it is a draft.
 * @throws CommandError when there is none, or what came of it cannot be stored; the text is kept then.
 */
async function editNewest(room: Room, name: string, edit: Editor): Promise<Answer> {
  const { texts } = room.shell;
  const document = await findWorkflow(room.store, name);
  const edited = await editWorkflow(room, document, edit);
  if (edited.kind === 'unchanged') {
    return {
      text: texts.say('cli/workflow', 'unchanged', { name }),
      data: { ...workflowData(document), edited: false },
    };
  }
  const { workflow } = edited;
  const text = texts.say('cli/workflow', 'edited', { name, version: workflow.version });
  return { text, data: { ...workflowData(workflow), edited: true } };
}

/**
 * Saves the newest version once more, as accepted by the person.
 * @throws CommandError when there is none, it is accepted already, or the password is missing or wrong.
 */
export async function acceptWorkflow(desk: Desk, name: string, json: boolean): Promise<Answer> {
  const { store, shell } = desk;
  const { texts } = shell;
  const document = await findWorkflow(store, name);
  if (document.state === 'accepted') throw new CommandError('failed', 'workflow-accepted', { name });
  if (!json) shell.say(`${plainLines(workflowText(document))}\n`);
  const proof = await provePerson(store, desk.ask, texts.say('cli/password', 'ask-accept'));
  const newest = await findWorkflow(store, name);
  if (newest.version !== document.version) throw new CommandError('failed', 'workflow-moved', { name });
  const { front, body, project } = document;
  const saved = await store.saveWorkflow(project, { front, body, state: 'accepted', at: shell.now() });
  const lines = [
    `${shell.paint.green('✓')} ${texts.say('cli/workflow', 'accepted', { name, version: saved.version })}`,
  ];
  if (proof.why !== 'password') lines.push(shell.paint.yellow(texts.say('cli/password', proof.why)));
  return { text: lines.join('\n'), data: { ...workflowData(saved), proof: proof.why } };
}

/** `greenlight workflow`. */
export function addWorkflow(program: Command, shell: Shell): void {
  const group = program.command('workflow').description('saved ways of working');
  const listing = shared(group.command('list', { isDefault: true }).description('list them'));
  listing.action((_options: SharedOptions, command: Command) =>
    withStore(shell, command.optsWithGlobals<SharedOptions>(), listWorkflows),
  );
  shared(group.command('show <name>').description('print one as Markdown'))
    .option('--version <number>', 'an older version')
    .action((name: string, _options: VersionOptions, command: Command) => {
      const options = command.optsWithGlobals<VersionOptions>();
      return withStore(shell, options, (desk) => showWorkflow(desk, name, versionOf(options)));
    });
  shared(group.command('export <name> [file]').description('write one to a file, or print it'))
    .option('--version <number>', 'an older version')
    .option('--force', 'overwrite the file')
    .action((name: string, file: string | undefined, _options: VersionOptions, command: Command) => {
      const options = command.optsWithGlobals<VersionOptions>();
      return withStore(shell, options, (desk) =>
        file === undefined ? showWorkflow(desk, name, versionOf(options)) : exportWorkflow(desk, name, file, options),
      );
    });
  shared(group.command('import <file>').description('store one from a file, as a draft')).action(
    (file: string, _options: SharedOptions, command: Command) =>
      withStore(shell, command.optsWithGlobals<SharedOptions>(), (desk) => importWorkflow(desk, file)),
  );
  shared(
    group.command('edit <name>').description('change one in your editor ($VISUAL or $EDITOR); it becomes a draft'),
  ).action((name: string, _options: SharedOptions, command: Command) =>
    withStore(shell, command.optsWithGlobals<SharedOptions>(), (desk) => editNewest(desk, name, editorOf(process.env))),
  );
  guarded(group.command('accept <name>').description('accept the newest draft')).action(
    (name: string, _options: PasswordOptions, command: Command) => {
      const options = command.optsWithGlobals<PasswordOptions>();
      return withStore(shell, options, (desk) => acceptWorkflow(desk, name, options.json === true));
    },
  );
}

async function findWorkflow(store: Store, name: string, version?: number): Promise<Workflow> {
  const found = await store.workflow(name, version);
  if (found !== undefined) return found;
  const known = (await store.workflows()).map(({ front }) => front.name);
  throw new CommandError('missing', 'no-such-workflow', { name, version, known });
}

function workflowData(document: Workflow): object {
  const { front, version, state, project, at } = document;
  const { name, title = null, inputs } = front;
  return { name, title, version, state, project, at: new Date(at).toISOString(), app: isApp(document), inputs };
}

function versionOf(options: VersionOptions): number | undefined {
  if (options.version === undefined) return undefined;
  const version = Number(options.version);
  if (!Number.isInteger(version) || version < 1) {
    throw new CommandError('usage', 'bad-version', { found: options.version });
  }
  return version;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
