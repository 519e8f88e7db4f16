const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;

/** Measures how deep JSON nests while its bytes come in, so that what is too deep need not be parsed. */
export class DepthMeter {
  /** Deepest nesting seen since the last reset. */
  deepest = 0;
  private depth = 0;
  private isInText = false;
  private isEscaped = false;

  /** Takes the next byte. */
  take(byte: number): void {
    if (byte === NEWLINE) {
      // No text of JSON goes over a line break.
      this.isInText = false;
      this.isEscaped = false;
    } else if (this.isInText) this.takeText(byte);
    else if (byte === QUOTE) this.isInText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) this.deepest = Math.max(this.deepest, (this.depth += 1));
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) this.depth = Math.max(0, this.depth - 1);
  }

  /** Begins anew. */
  reset(): void {
    this.deepest = 0;
    this.depth = 0;
    this.isInText = false;
    this.isEscaped = false;
  }

  private takeText(byte: number): void {
    if (this.isEscaped) this.isEscaped = false;
    else if (byte === BACKSLASH) this.isEscaped = true;
    else if (byte === QUOTE) this.isInText = false;
  }
}
