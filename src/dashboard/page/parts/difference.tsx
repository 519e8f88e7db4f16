import type { DifferencePart } from '../../api.js';

/** Two texts in one: what was left out struck through, what was put in underlined. */
export function Difference({
  parts,
  class: name = 'difference',
}: {
  readonly parts: readonly DifferencePart[];
  readonly class?: string;
}) {
  return (
    <p class={name}>
      {parts.map(({ kind, text }) => {
        if (kind === 'out') return <del>{text}</del>;
        return kind === 'in' ? <ins>{text}</ins> : <span>{text}</span>;
      })}
    </p>
  );
}
