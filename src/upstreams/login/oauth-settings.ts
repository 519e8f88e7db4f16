/** How a server's authorization is asked for, beyond what it says itself. */
export interface OAuthSettings {
  /** A client that is registered already; default: one is registered for each login. */
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
  readonly scope?: string | undefined;
  /** Port of the address the browser comes back to; default: any free one. */
  readonly port?: number | undefined;
}
