import type { ComponentChildren } from 'preact';

/** A table with a caption for screen readers; columns named with `#` in front hold numbers. */
export function Table(props: {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}) {
  const isNumber = (index: number): boolean => props.columns[index]?.startsWith('#') ?? false;
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={props.caption}>
      <table>
        <caption class="unseen">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th scope="col" class={isNumber(index) ? 'number' : ''}>
                {column.replace(/^#/, '')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((cells) => (
            <tr>
              {cells.map((cell, index) => (
                <td class={isNumber(index) ? 'number' : ''}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
