import { createContext } from 'preact';

/** Whether the one who looks may decide; a read-only link may not. */
export const MayAct = createContext(false);
