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
  /** A complete line in the pieces in which it came, before it is joined; true when it was taken. Theirs to keep as well. */
  pieces?(pieces: readonly Piece[], length: number): boolean;
  /** Joins pieces that hold `length` bytes together. */
  join(pieces: readonly Piece[], length: number): Piece;
  /** A line grew beyond the limit and is dropped up to its end; told once per line, with the bytes seen so far. */
  tooLong(bytes: number): void;
  /** The end of a line that was dropped: its first and last bytes, in which its id may stand. */
  skipped?(head: Piece, tail: Piece): void;
}

/** Bytes that are kept of each end of a line that was dropped. */
const KEPT_BYTES = 256;

/**
 * Cuts a byte stream into lines. Pieces of an unfinished line wait in a list and are joined once, so a line of any size
 * costs one copy, or none where the pieces will do. Pure: how bytes are joined comes in by argument.
 */
export class LineFramer<Piece extends Chunk<Piece>> {
  private pieces: Piece[] = [];
  private pending = 0;
  private skipping = false;
  private head: Piece | undefined;
  private tail: Piece | undefined;

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
    const rest = chunk.subarray(start, end);
    if (this.skipping) {
      this.skipping = false;
      this.endSkipped(rest);
      return;
    }
    if (this.pending + rest.length > this.limitBytes) {
      this.sink.tooLong(this.pending + rest.length);
      this.keepHead(rest);
      this.endSkipped(rest);
      this.drop();
      return;
    }
    const { pieces } = this;
    const length = this.pending + rest.length;
    if (rest.length > 0) pieces.push(rest);
    this.drop();
    if (length === 0 || this.sink.pieces?.(pieces, length) === true) return;
    const [first] = pieces;
    this.sink.line(pieces.length === 1 && first !== undefined ? first : this.sink.join(pieces, length));
  }

  private keep(piece: Piece): void {
    if (this.skipping) {
      this.tail = this.lastBytes(piece);
      return;
    }
    this.pending += piece.length;
    if (this.pending > this.limitBytes) {
      this.skipping = true;
      this.sink.tooLong(this.pending);
      this.keepHead(piece);
      this.tail = this.lastBytes(piece);
      this.drop();
      return;
    }
    this.pieces.push(piece);
  }

  private keepHead(piece: Piece): void {
    this.head = (this.pieces[0] ?? piece).subarray(0, KEPT_BYTES);
    this.tail = this.pieces.at(-1);
  }

  /** The last bytes seen so far, of this piece and the one before it. */
  private lastBytes(piece: Piece): Piece {
    const { tail } = this;
    const both = tail === undefined ? piece : this.sink.join([tail, piece], tail.length + piece.length);
    const whole = piece.length < KEPT_BYTES ? both : piece;
    return whole.subarray(Math.max(0, whole.length - KEPT_BYTES));
  }

  private endSkipped(rest: Piece): void {
    const tail = this.lastBytes(rest);
    this.sink.skipped?.(this.head ?? rest, tail);
    this.head = undefined;
    this.tail = undefined;
  }

  private drop(): void {
    this.pieces = [];
    this.pending = 0;
  }
}
