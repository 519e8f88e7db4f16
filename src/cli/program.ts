import '../schemas-interpreted.js';
import { Command, CommanderError } from 'commander';
import { self } from '../app.js';
import { ConfigError } from '../config.js';
import { CommandError } from './command-error.js';
import { addApprovals } from './commands/approvals.js';
import { addApprove } from './commands/approve.js';
import { addBudget } from './commands/budget.js';
import { addCompletion } from './commands/completion.js';
import { addConfig } from './commands/config.js';
import { addDashboard } from './commands/dashboard.js';
import { addDemo } from './commands/demo.js';
import { addDoctor } from './commands/doctor.js';
import { addExport } from './commands/export.js';
import { addFeedback } from './commands/feedback.js';
import { addInit } from './commands/init.js';
import { addInspect } from './commands/inspect.js';
import { addLogin } from './commands/login.js';
import { addLogout } from './commands/logout.js';
import { addPlan } from './commands/plan.js';
import { addPrices } from './commands/prices.js';
import { addPassword } from './commands/password.js';
import { addReconcile } from './commands/reconcile.js';
import { addReport } from './commands/report.js';
import { addRules } from './commands/rules.js';
import { addProjects } from './commands/projects.js';
import { addServe } from './commands/serve.js';
import { addSessions } from './commands/sessions.js';
import { addStatus } from './commands/status.js';
import { addTrust } from './commands/trust.js';
import { addTakes } from './commands/takes.js';
import { addWorkflow } from './commands/workflow.js';
import { exitCodes } from './exit-codes.js';
import { plainLines } from './plain-text.js';
import { sayEnds } from './say-ends.js';
import { openShell, type Shell } from './shell.js';
import { shared } from './with-store.js';

const adders = [
  addServe,
  addInit,
  addInspect,
  addLogin,
  addLogout,
  addPrices,
  addDashboard,
  addStatus,
  addApprovals,
  addApprove,
  addPlan,
  addTakes,
  addFeedback,
  addReconcile,
  addBudget,
  addReport,
  addProjects,
  addSessions,
  addWorkflow,
  addRules,
  addPassword,
  addConfig,
  addTrust,
  addExport,
  addDoctor,
  addDemo,
  addCompletion,
];

/** The whole program with every command. */
export function makeProgram(shell: Shell): Command {
  const program = shared(new Command('greenlight'))
    .version(self.version)
    .enablePositionalOptions()
    .description(shell.texts.say('cli/help', 'about'))
    .addHelpText('after', `\n${shell.texts.say('cli/help', 'more')}`)
    .helpCommand(true)
    .showHelpAfterError(shell.texts.say('cli/help', 'after-error'))
    .configureOutput({ writeOut: (text) => shell.print(text.trimEnd()), writeErr: (text) => shell.say(text.trimEnd()) })
    .exitOverride();
  for (const add of adders) add(program, shell);
  sayEnds(program, shell.texts);
  return program;
}

/** Runs every command but `serve` and `studio`; how it went is said on standard error and by the exit code. */
export async function runCommand(argv: readonly string[], shell: Shell = openShell()): Promise<void> {
  try {
    await makeProgram(shell).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    shell.end(explain(error, shell));
  }
}

/** Says what went wrong and what to do about it, and which exit code that is. */
function explain(error: unknown, shell: Shell): number {
  if (error instanceof CommanderError) {
    // Commander has said it already; asking for help is no mistake.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  if (error instanceof CommandError) {
    shell.say(`greenlight: ${plainLines(shell.texts.say('cli/problems', error.code, error.facts))}`);
    return exitCodes[error.end];
  }
  shell.say(`greenlight: ${plainLines(error instanceof Error ? error.message : String(error))}`);
  return error instanceof ConfigError ? exitCodes.usage : exitCodes.failed;
}
