import type { Facts } from '../../gate/texts-port.js';

/** What one look of `greenlight doctor` found. */
export interface Check {
  /** What was looked at. */
  readonly check: string;
  /** `warning`: it works, but not as it should; `fault`: something does not work. */
  readonly state: 'good' | 'warning' | 'fault';
  /** Section of prompts/cli/doctor.md that says what was found and what to do. */
  readonly code: string;
  readonly facts: Facts;
}
