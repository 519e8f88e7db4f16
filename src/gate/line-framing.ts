const NEWLINE = 0x0a;

/** A piece of a byte stream; a Node buffer is one. */
export interface Chunk<Self> {
  readonly length: number;
  indexOf(byte: number, from: number): number;
  subarray(start: number, end?: number): Self;
}

/** What a {@link LineFramer} tells, and how pieces are joined. */
export interface LineSink<Piece> {
  /** A complete line without its newline; empty lines are not told. The bytes are the receiver's to keep. */
  line(bytes: Piece): void;
  /** Joins pieces that hold `length` bytes together. */
  join(pieces: readonly Piece[], length: number): Piece;
  /** A line grew beyond the limit and is dropped up to its end; told once per line, with the bytes seen so far. */
  tooLong(bytes: number): void;
}

/**
 * Cuts a byte stream into lines. Pieces of an unfinished line wait in a list and are joined once, so a line of any size
 * costs one copy. Pure: how bytes are joined comes in by argument.
 */
export class LineFramer<Piece extends Chunk<Piece>> {
  private pieces: Piece[] = [];
  private pending = 0;
  private skipping = false;

  constructor(
    private readonly sink: LineSink<Piece>,
    /** Longest line in bytes. */
    private readonly limitBytes: number,
  ) {}

  /** Takes the next bytes of the stream. */
  push(chunk: Piece): void {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) break;
      this.finish(chunk, start, end);
      start = end + 1;
    }
    if (start < chunk.length) this.keep(start === 0 ? chunk : chunk.subarray(start));
  }

  private finish(chunk: Piece, start: number, end: number): void {
    if (this.skipping) {
      this.skipping = false;
      return;
    }
    if (this.pending + end - start > this.limitBytes) {
      this.sink.tooLong(this.pending + end - start);
      this.drop();
      return;
    }
    const rest = chunk.subarray(start, end);
    let line = rest;
    if (this.pending > 0) {
      this.pieces.push(rest);
      line = this.sink.join(this.pieces, this.pending + rest.length);
      this.drop();
    }
    if (line.length > 0) this.sink.line(line);
  }

  private keep(piece: Piece): void {
    if (this.skipping) return;
    this.pending += piece.length;
    if (this.pending > this.limitBytes) {
      this.skipping = true;
      this.sink.tooLong(this.pending);
      this.drop();
      return;
    }
    this.pieces.push(piece);
  }

  private drop(): void {
    this.pieces = [];
    this.pending = 0;
  }
}
