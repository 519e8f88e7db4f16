import { useCallback, useRef, useState } from 'preact/hooks';
import type { Trouble } from '../../api.js';
import { send } from './client.js';

/** One change at a time: whether it is under way, why it failed, and how to send it. */
export interface Sending<T> {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  /** Resolves to whether it was carried out. */
  readonly submit: (path: string, body: object) => Promise<boolean>;
  readonly refuse: (trouble: Trouble) => void;
  readonly done: (value: T) => void;
}

/** Sends changes and hands their answers to `done`. */
export function useSending<T>(done: (value: T) => void): Sending<T> {
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, refuse] = useState<Trouble>();
  const submit = useCallback(
    async (path: string, body: object) => {
      // A button stays enabled for the keyboard's sake: a second press while one is under way does nothing.
      if (underWay.current) return false;
      underWay.current = true;
      setBusy(true);
      const reply = await send<T>(path, body);
      underWay.current = false;
      setBusy(false);
      refuse(reply.ok ? undefined : reply.trouble);
      if (reply.ok) done(reply.value);
      return reply.ok;
    },
    [done],
  );
  return { busy, trouble, submit, refuse, done };
}
