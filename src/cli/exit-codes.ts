/** What the command's exit code says; documented and never renumbered. */
export const exitCodes = {
  done: 0,
  /** It could not be done; the reason is on standard error. */
  failed: 1,
  /** The command line or the config is wrong; what is expected is on standard error. */
  usage: 2,
  /** What was asked for does not exist or is no longer open. */
  missing: 3,
  /** The person's password was missing or wrong, a login was denied, or it is more than a cap allows. */
  refused: 4,
  /** What was looked at is not in order; what is wrong is on standard output. */
  faulty: 5,
} as const;
