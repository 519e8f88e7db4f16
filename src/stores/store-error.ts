/** Why a store cannot be used. Each has one remedy, which the error's message names. */
export type StoreFault =
  'no-driver' | 'old-sqlite' | 'unwritable' | 'not-a-store' | 'corrupt' | 'newer-schema' | 'full' | 'busy' | 'broken';

/** A store that cannot be opened or used: the message names the file and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly fault: StoreFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
