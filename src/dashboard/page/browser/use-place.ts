import { useEffect, useState } from 'preact/hooks';
import type { Place } from '../place.js';
import { readPlace } from '../place.js';

/** Where the person is, by the address; changes with every step back and forth. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => readPlace(location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(readPlace(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}
