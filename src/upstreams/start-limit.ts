const MINUTE_MS = 60_000;

/** Keeps a crashing server from being started over and over. */
export class StartLimit {
  private starts: number[] = [];

  constructor(private readonly perMinute: number) {}

  /**
   * Notes a start, or throws with the seconds to wait when there were too many within the last minute.
   * @param nowMs any clock that only goes forward
   */
  take(nowMs: number): void {
    this.starts = this.starts.filter((at) => nowMs - at < MINUTE_MS);
    const oldest = this.starts[0];
    if (oldest !== undefined && this.starts.length >= this.perMinute) {
      const waitSeconds = Math.ceil((oldest + MINUTE_MS - nowMs) / 1000);
      throw new Error(`was started ${this.starts.length} times within a minute; try again in ${waitSeconds} s`);
    }
    this.starts.push(nowMs);
  }
}
