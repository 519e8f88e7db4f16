import type { ComponentChildren } from 'preact';
import type { Trouble } from '../../api.js';
import { words } from '../words.js';
import { withCode } from './with-code.js';

/** Why something was not carried out, and what to do instead. */
export function TroubleNote({ trouble }: { readonly trouble: Trouble | undefined }) {
  if (trouble === undefined) return null;
  const said = trouble.message || words.noAnswer;
  return (
    <p class="note note-bad" role="alert">
      {withCode(`${said} ${trouble.next}`)}
    </p>
  );
}

/** What stands where there is nothing to show: what is missing and how it comes about. */
export function Empty({ title, children }: { readonly title?: string; readonly children: ComponentChildren }) {
  return (
    <div class="empty">
      {title !== undefined && <p class="empty-title">{title}</p>}
      <p>{typeof children === 'string' ? withCode(children) : children}</p>
    </div>
  );
}

/** A titled part of a page. */
export function Panel(props: {
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly help?: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}) {
  return (
    <section class={`panel ${props.class ?? ''}`} aria-label={props.title}>
      <header class="panel-head">
        <h2>{props.title}</h2>
        {props.aside}
      </header>
      {props.help !== undefined && <p class="help">{props.help}</p>}
      {props.children}
    </section>
  );
}

/** What stands while the first answer is on its way, or why there is none. */
export function Pending({ trouble }: { readonly trouble: Trouble | undefined }) {
  return trouble ? <TroubleNote trouble={trouble} /> : <p class="help">{words.loading}</p>;
}
