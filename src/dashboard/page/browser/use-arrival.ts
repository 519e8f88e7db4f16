import { useCallback, useRef } from 'preact/hooks';

/** Takes the part of the page that an address names, as soon as it is there. */
export type Arrive = (part: HTMLElement | null) => void;

/**
 * Leads the person to the part of the page that the address names: it is scrolled to and focused when it appears first.
 * When another part takes its place later, only a focus that was lost with the first moves on.
 */
export function useArrival(name: string | undefined): Arrive {
  const reached = useRef<string | undefined>(undefined);
  return useCallback(
    (part) => {
      if (part === null) return;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (reached.current === name && !isLost) return;
      reached.current = name;
      part.focus({ preventScroll: true });
      part.scrollIntoView({ block: 'start' });
    },
    [name],
  );
}
