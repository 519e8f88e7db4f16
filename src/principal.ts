import { userInfo } from 'node:os';

let known: string | undefined;

/** Whose money is spent when nobody says more: the operating system's user. Asked of the system once. */
export function principal(): string {
  known ??= userName();
  return known;
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some containers run under a user that has no name.
    return 'local';
  }
}
