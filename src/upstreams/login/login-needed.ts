/** A server wants a login, and there is none that it takes. */
export class LoginNeededError extends Error {
  override readonly name = 'LoginNeededError';

  constructor(readonly server: string) {
    super(`The server "${server}" wants a login. The person at this computer runs: greenlight login ${server}`);
  }
}

/** The error that says so inside another one; undefined when a failure has another reason. */
export function loginNeeded(error: unknown): LoginNeededError | undefined {
  if (error instanceof LoginNeededError) return error;
  return error instanceof Error && error.cause !== undefined ? loginNeeded(error.cause) : undefined;
}
