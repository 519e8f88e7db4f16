import { spawn } from 'node:child_process';

/** Which dashboard a gateway starts. */
export interface DemandedDashboard {
  /** The program that runs. */
  readonly program: string;
  /** The options that name config, data folder and project. */
  readonly options: readonly string[];
  /** Where one answers; undefined while none runs. */
  readonly address: () => string | undefined;
}

/**
 * Gives what starts the dashboard beside the gateway, as a process of its own that outlives it: the person may still be
 * looking. At most one start is under way; where one runs already, nothing is done.
 */
export function startOnDemand({ program, options, address }: DemandedDashboard, launch = spawn): () => void {
  let isStarting = false;
  return () => {
    if (isStarting || address() !== undefined) return;
    isStarting = true;
    const line = [program, 'dashboard', ...options];
    const child = launch(process.execPath, line, { detached: true, stdio: 'ignore' });
    // A dashboard that does not start must not keep a call from being answered: the command line is still there.
    for (const end of ['error', 'exit']) child.once(end, () => (isStarting = false));
    child.unref();
  };
}
