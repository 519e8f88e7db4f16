import { userInfo } from 'node:os';

/** Whose money is spent when nobody says more: the operating system's user. */
export function principal(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers run under a user that has no name.
    return 'local';
  }
}
