import type { Command } from 'commander';
import { openKeeper, openUpstreams } from '../../app.js';
import type { Engine } from '../../engine.js';
import { engineTimes } from '../../engine-times.js';
import type { Log } from '../../gate/log-port.js';
import { takeData } from '../../gate/views.js';
import { formatCredits } from '../../model/credits.js';
import type { Take } from '../../model/take.js';
import { CommandError } from '../command-error.js';
import { exitCodes } from '../exit-codes.js';
import { openLog } from '../log.js';
import { plainLine } from '../plain-text.js';
import { readSettings, type SharedOptions } from '../read-settings.js';
import type { Shell } from '../shell.js';
import { table } from '../table.js';
import { shared, tell, type Answer } from '../with-store.js';

/** Most takes in doubt that are told of. */
const mostTold = 1000;

/** What came of asking the providers. */
export interface Reconciled {
  readonly answer: Answer;
  /** Takes whose provider could not be asked, or said nothing of the job. */
  readonly unasked: number;
}

/** A take whose job was asked for, as it stands afterwards. */
interface Asked {
  readonly take: Take;
  readonly trouble?: string | undefined;
}

/**
 * Asks the providers for every job that a take waits for or is in doubt about, and settles what has ended. Takes without
 * a job stay as they are; nothing is ever sent again.
 */
export async function reconcile({ store, gate, config }: Engine, shell: Shell): Promise<Reconciled> {
  const { project } = config;
  await store.recover(engineTimes.leaseLapsedMs);
  const bar = shell.progress(shell.texts.say('cli/progress', 'jobs'), (await store.jobs(project)).length);
  const looks = (await gate.jobs?.askAll(project, () => bar.advance()).finally(bar.end)) ?? [];
  const asked = looks.flatMap(({ answer, trouble }): Asked[] =>
    'take' in answer ? [{ take: answer.take, trouble }] : [],
  );
  const known = new Set(asked.map(({ take }) => take.id));
  const doubtful = await store.takes({ project, state: 'in_doubt', limit: mostTold });
  const jobless = doubtful.filter((take) => !known.has(take.id));
  const unasked = asked.filter(({ trouble }) => trouble !== undefined).length;
  const { texts, paint } = shell;
  const parts = asked.length === 0 ? [texts.say('cli/reconcile', 'none', { project })] : [jobTable(asked, shell)];
  if (unasked > 0) parts.push(paint.yellow(texts.say('cli/reconcile', 'unasked', { count: unasked })));
  const open = [...asked.map(({ take }) => take).filter(({ state }) => state === 'in_doubt'), ...jobless];
  if (open.length > 0) {
    const lines = open.map((take) =>
      plainLine(texts.say('cli/reconcile', 'open', { ...take, take: take.id, job: take.job?.id })),
    );
    parts.push([paint.yellow(texts.say('cli/reconcile', 'in-doubt', { count: open.length })), ...lines].join('\n'));
  }
  const data = {
    project,
    asked: asked.map(({ take, trouble }) => ({ ...takeData(take), trouble: trouble ?? null })),
    withoutJob: jobless.map(takeData),
  };
  return { answer: { text: parts.join('\n\n'), data }, unasked };
}

/** `greenlight reconcile`. */
export function addReconcile(program: Command, shell: Shell): void {
  shared(
    program.command('reconcile').description('ask the providers for jobs that takes wait for or are in doubt about'),
  )
    .addHelpText('after', `\n${shell.texts.say('cli/reconcile', 'help')}`)
    .action(async (_options: SharedOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const { file, config } = readSettings(options, { needsEnvironment: true });
      if (config.store === 'memory') throw new CommandError('usage', 'store-memory', { file });
      const log: Log = openLog('silent');
      const upstreams = openUpstreams(config, log);
      try {
        const engine = await openKeeper(config, log, upstreams);
        try {
          const { answer, unasked } = await reconcile(engine, shell);
          tell(shell, options, answer);
          if (unasked > 0) shell.end(exitCodes.failed);
        } finally {
          await engine.close();
        }
      } finally {
        await upstreams.close();
      }
    });
}

function jobTable(asked: readonly Asked[], { paint }: Shell): string {
  const columns = [
    { title: 'take' },
    { title: 'with', widest: 30 },
    { title: 'job', widest: 40 },
    { title: 'state' },
    { title: 'credits', align: 'right' },
    { title: 'trouble', widest: 60 },
  ] as const;
  const paints = { posted: paint.green, released: paint.green, in_doubt: paint.yellow } as const;
  const rows = asked.map(({ take, trouble }) => {
    const colour = take.state in paints ? paints[take.state as keyof typeof paints] : undefined;
    const text = take.state === 'dispatched' ? 'running' : take.state;
    return [
      take.id,
      `${take.server}.${take.tool}`,
      take.job?.id ?? '',
      colour === undefined ? text : { text, paint: colour },
      formatCredits(take.state === 'posted' ? take.paid : take.held),
      trouble ?? '',
    ];
  });
  return table(columns, rows, paint.dim);
}
