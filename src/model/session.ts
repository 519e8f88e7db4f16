/** One stretch of an agent's work on a project, with its own budget and handle. */
export interface Session {
  /** The handle; at least 128 random bits. */
  readonly id: string;
  readonly project: string;
  /** Whose session it is, e.g. the operating system's user. */
  readonly principal: string;
  /** Name of the client that opened it. */
  readonly client: string;
  /** Id that the client itself gives its conversation, when it gives one. */
  readonly clientKey?: string | undefined;
  readonly openedAt: number;
  readonly seenAt: number;
  readonly closedAt?: number | undefined;
}
