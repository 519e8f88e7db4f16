import { useState } from 'preact/hooks';
import type { Door, PasswordEntry } from '../../api.js';
import { useSending } from '../browser/use-sending.js';
import { fill, whenFrom } from '../format.js';
import { TroubleNote } from '../parts/notes.js';
import { words } from '../words.js';

function Password(props: {
  readonly label: string;
  readonly fresh: boolean;
  readonly name: string;
  readonly put: (value: string) => void;
}) {
  return (
    <label class="field">
      <span>{props.label}</span>
      <input
        type="password"
        name={props.name}
        required
        autoComplete={props.fresh ? 'new-password' : 'current-password'}
        onInput={(event) => props.put(event.currentTarget.value)}
      />
    </label>
  );
}

/** The way in: a first password, or the one that was chosen. */
export function DoorView({ door, setDoor }: { readonly door: Door; readonly setDoor: (door: Door) => void }) {
  const first = door.state === 'first';
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { busy, trouble, submit, refuse } = useSending(setDoor);
  const enter = (event: Event): void => {
    event.preventDefault();
    if (first && password !== again) refuse({ code: 'mismatch', message: words.doorMismatch, next: '' });
    else void submit(first ? '/api/door/first' : '/api/door/in', { password } satisfies PasswordEntry);
  };
  return (
    <main class="door">
      <form class="door-card" onSubmit={enter} aria-labelledby="door-title">
        <p class="brand">
          <span class="light" aria-hidden="true" /> Greenlight
        </p>
        <p class="quiet">
          {words.brandLine} {door.project}
        </p>
        <h1 id="door-title">{first ? words.doorFirstTitle : words.doorClosedTitle}</h1>
        <p class="help">{first ? words.doorFirst : words.doorClosed}</p>
        {door.lockedUntil !== null && (
          <p class="note note-warn" role="alert">
            {fill(words.doorLocked, { when: whenFrom(Date.now(), door.lockedUntil) })}
          </p>
        )}
        <Password label="Password" name="password" fresh={first} put={setPassword} />
        {first && <Password label="Once more" name="again" fresh put={setAgain} />}
        <TroubleNote trouble={trouble} />
        <button type="submit" class="primary" aria-disabled={busy}>
          {first ? 'Set password' : 'Sign in'}
        </button>
        {door.mayRead && (
          <button type="button" aria-disabled={busy} onClick={() => void submit('/api/door/reading', {})}>
            Only look
          </button>
        )}
      </form>
    </main>
  );
}
