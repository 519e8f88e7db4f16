/** Where a bar is drawn: standard error, as long as a person looks at it. */
export interface BarScreen {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** How far long work has come; draws nothing where nobody looks. */
export interface Progress {
  /** One more, or several more, of the whole are done. */
  readonly advance: (by?: number) => void;
  /** Takes the bar away; what came of the work is said elsewhere. */
  readonly end: () => void;
}

/** Fewer milliseconds between two drawings would only flicker. */
const redrawMs = 80;

const clearLine = '\r\u001b[2K';
const widest = 32;

/**
 * A bar with a label on a terminal; in a pipe or a file nothing is written.
 * @param total how much there is to do; 0 draws nothing
 * @param now a clock, in milliseconds
 */
export function progressBar(screen: BarScreen, label: string, total: number, now: () => number): Progress {
  if (screen.isTTY !== true || total <= 0) return { advance: () => undefined, end: () => undefined };
  let done = 0;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    const share = Math.min(1, done / total);
    const tail = ` ${String(Math.floor(share * 100)).padStart(3)} % (${String(Math.min(done, total))}/${String(total)})`;
    const size = Math.max(0, Math.min(widest, (screen.columns ?? 80) - label.length - tail.length - 2));
    const full = Math.round(share * size);
    screen.write(`${clearLine}${label} ${'█'.repeat(full)}${'░'.repeat(size - full)}${tail}`);
    drawnAt = now();
  };
  draw();
  return {
    advance: (by = 1) => {
      done += by;
      if (now() - drawnAt >= redrawMs || done >= total) draw();
    },
    end: () => void screen.write(clearLine),
  };
}
