import { valueText } from '../format.js';
import { words } from '../words.js';

/** The arguments of a call as they are sent, one a line. */
export function ExactRequest(props: { readonly arguments: Readonly<Record<string, unknown>> }) {
  return (
    <details class="exact">
      <summary>{words.exactRequest}</summary>
      <dl class="arguments">
        {Object.entries(props.arguments).map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{valueText(value)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
