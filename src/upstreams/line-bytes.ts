/** What is as near as this many bytes is found sooner by looking than by asking the engine. */
const NEAR_BYTES = 48;

function indexIn(piece: Buffer, byte: number, from: number): number {
  const near = Math.min(from + NEAR_BYTES, piece.length);
  for (let at = from; at < near; at++) {
    if (piece[at] === byte) return at;
  }
  return piece.indexOf(byte, near);
}

/**
 * One line in the pieces in which it was read, seen as one row of bytes. Made to be gone through from the first byte to the
 * last: the piece at hand is remembered, and finding another one takes a step for each piece between them.
 */
export class LineBytes {
  /** How many bytes there are. */
  readonly length: number;
  private index = 0;
  private piece: Buffer;
  /** Places of the first byte of the piece at hand, and of the first byte after it. */
  private start = 0;
  private end: number;

  constructor(private readonly pieces: readonly Buffer[]) {
    this.length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    this.piece = pieces[0] ?? Buffer.alloc(0);
    this.end = this.piece.length;
  }

  /** The byte at a place; undefined beyond the end. */
  at(place: number): number | undefined {
    if (place < this.start || place >= this.end) this.seek(place);
    return this.piece[place - this.start];
  }

  /** The place of the next such byte from a place on, or -1. */
  indexOf(byte: number, from: number): number {
    for (let place = from; place < this.length; place = this.end) {
      if (place < this.start || place >= this.end) this.seek(place);
      const found = indexIn(this.piece, byte, place - this.start);
      if (found >= 0) return this.start + found;
    }
    return -1;
  }

  /** The place of the next byte from a place on that is marked in a table of 256, or -1. */
  nextOf(marked: Uint8Array, from: number): number {
    for (let place = from; place < this.length; place = this.end) {
      if (place < this.start || place >= this.end) this.seek(place);
      const { piece, start } = this;
      for (let at = place - start; at < piece.length; at++) {
        if (marked[piece[at] ?? 0] === 1) return start + at;
      }
    }
    return -1;
  }

  /** The bytes from a place up to another, a letter each. */
  text(from: number, to: number): string {
    if (from >= this.start && to <= this.end) return this.piece.toString('latin1', from - this.start, to - this.start);
    return this.part(from, to)
      .map((piece) => piece.toString('latin1'))
      .join('');
  }

  /** The bytes from a place up to another, in pieces and without a copy. */
  part(from: number, to: number): Buffer[] {
    const found: Buffer[] = [];
    for (let place = from; place < Math.min(to, this.length); place = this.end) {
      if (place < this.start || place >= this.end) this.seek(place);
      found.push(this.piece.subarray(place - this.start, to - this.start));
    }
    return found;
  }

  /** Takes the piece in hand that holds a place, or the last one. */
  private seek(place: number): void {
    while (place < this.start && this.index > 0) this.take(this.index - 1, -1);
    while (place >= this.end && this.index < this.pieces.length - 1) this.take(this.index + 1, 1);
  }

  private take(index: number, step: 1 | -1): void {
    const piece = this.pieces[index];
    if (piece === undefined) return;
    this.start = step === 1 ? this.end : this.start - piece.length;
    this.end = this.start + piece.length;
    this.index = index;
    this.piece = piece;
  }
}
