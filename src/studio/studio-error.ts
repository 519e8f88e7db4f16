/** A mistake in a call's arguments; the message is shown to the caller and nothing is charged. */
export class StudioError extends Error {
  override name = 'StudioError';
}
