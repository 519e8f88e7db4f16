import type { Facts } from '../gate/texts-port.js';
import type { exitCodes } from './exit-codes.js';

/** A command that cannot do what was asked, for a reason a person can act on; its words stand in prompts/cli/problems.md. */
export class CommandError extends Error {
  override readonly name = 'CommandError';

  /**
   * @param end why the command ends, as its exit code says it
   * @param code section of prompts/cli/problems.md
   */
  constructor(
    readonly end: Exclude<keyof typeof exitCodes, 'done'>,
    readonly code: string,
    readonly facts: Facts = {},
  ) {
    super(code);
  }
}
